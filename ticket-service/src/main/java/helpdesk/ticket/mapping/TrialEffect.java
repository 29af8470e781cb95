package helpdesk.ticket.mapping;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a mapping would do with an event. */
@Schema(name = "TicketMappingEffect")
public enum TrialEffect {
    /** Open a ticket. */
    @JsonProperty("opens")
    OPENS,
    /** Note on the ticket that is not solved yet that it was told again. */
    @JsonProperty("notes")
    NOTES,
    /** Solve the ticket. */
    @JsonProperty("solves")
    SOLVES,
    /** Nothing: the ticket is there already, or there is none that could be solved. */
    @JsonProperty("nothing")
    NOTHING,
    /** Nothing, because it cannot do what it says. */
    @JsonProperty("fails")
    FAILS,
    /** Nothing, because the event does not concern it. */
    @JsonProperty("ignores")
    IGNORES
}
