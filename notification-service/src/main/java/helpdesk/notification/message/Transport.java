package helpdesk.notification.message;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What takes messages. */
public enum Transport {
    /** Our own store, where messages can be read over the API. */
    @JsonProperty("kept")
    KEPT
}
