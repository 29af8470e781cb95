package helpdesk.feedback.campaign;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When customers are asked. */
public enum CampaignTrigger {
    /** After the solution of a ticket. */
    @JsonProperty("ticket.resolved")
    TICKET_RESOLVED,
    /** After a callback that was answered. */
    @JsonProperty("callback.completed")
    CALLBACK_COMPLETED,
    /** Again and again, whatever happened. */
    @JsonProperty("period")
    PERIOD,
    /** Whenever somebody finds the card (practice 27). */
    @JsonProperty("card")
    CARD,
    /** Those who work here, whenever they like, without their names (practice 33). */
    @JsonProperty("staff")
    STAFF
}
