package helpdesk.customer.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import helpdesk.platform.outbox.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** What happens to a customer. */
public sealed interface CustomerEvent extends DomainEvent {

    /** A profile was made. */
    record Created(@JsonUnwrapped Profile profile) implements CustomerEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.customer.created.v1";
        }
    }

    /** The profile changed; what it became. */
    record Changed(@JsonUnwrapped Profile profile, Instant changedAt) implements CustomerEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.customer.changed.v1";
        }
    }

    /** The requester of a ticket was found to be this customer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Identified(
            UUID customerId, UUID ticketId, IdentifiedBy by, String name, String preferredName, Instant identifiedAt)
            implements CustomerEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.customer.identified.v1";
        }
    }
}
