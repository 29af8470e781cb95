package helpdesk.ticket.servicelevel;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a clock measures. */
public enum Metric {
    /** Until the customer knows that the request has arrived (practice 5). */
    @JsonProperty("acknowledgement")
    ACKNOWLEDGEMENT,
    /** Until a person answers for the first time (practice 6). */
    @JsonProperty("firstReply")
    FIRST_REPLY,
    /** From a customer's further message until a person answers it. */
    @JsonProperty("nextReply")
    NEXT_REPLY,
    /** Until the customer hears how things stand. */
    @JsonProperty("update")
    UPDATE,
    /** Until it is solved (practice 7). */
    @JsonProperty("resolution")
    RESOLUTION;

    /** The name in JSON. */
    public String wireName() {
        return switch (this) {
            case ACKNOWLEDGEMENT -> "acknowledgement";
            case FIRST_REPLY -> "firstReply";
            case NEXT_REPLY -> "nextReply";
            case UPDATE -> "update";
            case RESOLUTION -> "resolution";
        };
    }

    /** The name in a sentence. */
    public String words() {
        return switch (this) {
            case ACKNOWLEDGEMENT -> "acknowledgement";
            case FIRST_REPLY -> "first reply";
            case NEXT_REPLY -> "next reply";
            case UPDATE -> "update";
            case RESOLUTION -> "resolution";
        };
    }

    /** Whether the time stands still while we wait for the customer. An acknowledgement never waits. */
    boolean pauses() {
        return this != ACKNOWLEDGEMENT;
    }
}
