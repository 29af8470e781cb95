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

    /** The profile turned out to be of the same person as another, and goes on in it. */
    record Merged(UUID customerId, UUID intoId, UUID mergeId, Instant mergedAt) implements CustomerEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.customer.merged.v1";
        }
    }

    /** A merge was taken back; what the profile is. */
    record Unmerged(@JsonUnwrapped Profile profile, UUID fromId, UUID mergeId, Instant unmergedAt)
            implements CustomerEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.customer.unmerged.v1";
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
