package helpdesk.gateway.account;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import helpdesk.platform.outbox.DomainEvent;
import java.time.Instant;

/** What happens to accounts. */
sealed interface AccountEvent extends DomainEvent {

    record Created(@JsonUnwrapped AccountFacts account) implements AccountEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.account.created.v1";
        }
    }

    record Changed(@JsonUnwrapped AccountFacts account, Instant changedAt) implements AccountEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.account.changed.v1";
        }
    }

    record Deactivated(@JsonUnwrapped AccountFacts account, Instant deactivatedAt) implements AccountEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.account.deactivated.v1";
        }
    }
}
