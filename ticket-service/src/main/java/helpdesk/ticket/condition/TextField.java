package helpdesk.ticket.condition;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A text that a condition looks for words in. */
public enum TextField {
    @JsonProperty("subject")
    SUBJECT,
    @JsonProperty("description")
    DESCRIPTION
}
