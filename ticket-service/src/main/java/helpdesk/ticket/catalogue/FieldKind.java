package helpdesk.ticket.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a custom field holds. */
@Schema(name = "FieldKind")
public enum FieldKind {
    @JsonProperty("text")
    TEXT,
    @JsonProperty("number")
    NUMBER,
    /** A day of the calendar, without a time. */
    @JsonProperty("date")
    DATE,
    @JsonProperty("choice")
    CHOICE,
    @JsonProperty("multiChoice")
    MULTI_CHOICE,
    /** The id of another object. */
    @JsonProperty("reference")
    REFERENCE;

    boolean hasChoices() {
        return this == CHOICE || this == MULTI_CHOICE;
    }
}
