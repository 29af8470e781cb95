package helpdesk.customer.lapse;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody who stayed away, as the API shows it.
 *
 * @param ticketId the ticket by which they are to be won back, once it is known
 * @param wonBackUntil who comes back until then counts as won back
 * @param endedAt when they came back, or were given up
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Lapse")
record LapseView(
        UUID id,
        UUID customerId,
        UUID ruleId,
        LapseSign because,
        String what,
        LocalDate lastOn,
        UUID ticketId,
        LapseState state,
        Instant lapsedAt,
        Instant wonBackUntil,
        Instant endedAt) {

    static LapseView of(Lapse lapse) {
        return new LapseView(
                lapse.id(),
                lapse.customerId(),
                lapse.ruleId(),
                lapse.because(),
                lapse.what(),
                lapse.lastOn(),
                lapse.ticketId(),
                lapse.state(),
                lapse.lapsedAt(),
                lapse.wonBackUntil(),
                lapse.endedAt());
    }
}
