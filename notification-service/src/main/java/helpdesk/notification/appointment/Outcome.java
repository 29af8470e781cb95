package helpdesk.notification.appointment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What came of an appointment. */
public enum Outcome {
    @JsonProperty("kept")
    KEPT,
    @JsonProperty("missed")
    MISSED
}
