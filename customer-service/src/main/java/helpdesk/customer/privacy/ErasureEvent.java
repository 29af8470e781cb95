package helpdesk.customer.privacy;

import helpdesk.platform.outbox.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What others hear of an erasure. */
sealed interface ErasureEvent extends DomainEvent {

    /** Everybody is asked to erase what they hold. */
    record Requested(
            UUID customerId,
            UUID requestId,
            int round,
            List<UUID> formerIds,
            List<String> names,
            List<String> contacts,
            Instant requestedAt,
            Instant dueAt)
            implements ErasureEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.customer.erasure-requested.v1";
        }
    }

    /** Everybody has. */
    record Erased(UUID customerId, UUID requestId, Instant erasedAt) implements ErasureEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.customer.erased.v1";
        }
    }
}
