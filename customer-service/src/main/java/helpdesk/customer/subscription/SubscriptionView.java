package helpdesk.customer.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.customer.reward.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A subscription as the API shows it.
 *
 * @param source who sold it, when it came by an event
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Subscription")
record SubscriptionView(
        UUID id,
        UUID customerId,
        String name,
        Money value,
        LocalDate startedOn,
        LocalDate endsOn,
        SubscriptionState state,
        int renewals,
        Instant renewedAt,
        Instant cancelledAt,
        String reason,
        String source,
        String externalId,
        String createdBy,
        Instant createdAt,
        long version) {

    static SubscriptionView of(Subscription one, LocalDate today) {
        return new SubscriptionView(
                one.id(),
                one.customerId(),
                one.name(),
                one.value(),
                one.startedOn(),
                one.endsOn(),
                one.state(today),
                one.renewals(),
                one.renewedAt(),
                one.cancelledAt(),
                one.reason(),
                one.source(),
                one.externalId(),
                one.createdBy(),
                one.createdAt(),
                one.version());
    }
}
