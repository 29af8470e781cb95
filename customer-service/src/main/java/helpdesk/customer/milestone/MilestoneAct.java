package helpdesk.customer.milestone;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is done about a milestone. */
enum MilestoneAct {
    /** The customer gets a message. */
    @JsonProperty("card")
    CARD,
    /** Colleagues find a note, for what a message can't do: a call, flowers, a card by hand. */
    @JsonProperty("note")
    NOTE
}
