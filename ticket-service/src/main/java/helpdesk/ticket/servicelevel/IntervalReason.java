package helpdesk.ticket.servicelevel;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why time counted, or did not. */
public enum IntervalReason {
    /** The policy counts every hour. */
    @JsonProperty("every_hour")
    EVERY_HOUR,
    /** People are there. */
    @JsonProperty("working_hours")
    WORKING_HOURS,
    /** Nobody is there by the calendar. */
    @JsonProperty("outside_hours")
    OUTSIDE_HOURS,
    /** Nobody is there, because of a holiday or a special day among others. */
    @JsonProperty("holiday")
    HOLIDAY,
    /** The ticket was pending. */
    @JsonProperty("waiting_for_customer")
    WAITING_FOR_CUSTOMER,
    /** The ticket was on hold, and its policy lets clocks stand still then. */
    @JsonProperty("waiting_for_third_party")
    WAITING_FOR_THIRD_PARTY,
    /** It went on in another ticket. */
    @JsonProperty("merged")
    MERGED,
    /** The policy promises nothing of this metric. */
    @JsonProperty("nothing_promised")
    NOTHING_PROMISED,
    /** A pause from before pauses were written down: its length is right, not its place. */
    @JsonProperty("not_recorded")
    NOT_RECORDED;

    /** Whether time counted. */
    boolean counts() {
        return this == EVERY_HOUR || this == WORKING_HOURS;
    }
}
