package helpdesk.ticket.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.ticket.history.FieldChange;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a rule would have done.
 *
 * @param tickets how many were tried
 * @param times how often it would have acted
 * @param firings the first 100 times, by ticket, the latest first
 */
@Schema(name = "DryRunResult")
public record DryRunView(int tickets, int times, List<DryFiring> firings) {

    /**
     * Once that it would have acted.
     *
     * @param at when; of an automation now
     * @param happening what would have set it off; absent of an automation
     * @param changes what it would have set to another value; empty when it would only have told somebody
     */
    @Schema(name = "DryFiring")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DryFiring(UUID ticketId, String number, Instant at, Happening happening, List<FieldChange> changes) {}
}
