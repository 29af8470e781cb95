package helpdesk.platform.erasure;

import helpdesk.platform.outbox.DomainEvent;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A service's receipt: it holds nothing on the person any more. */
record PersonalDataErased(
        UUID requestId, int round, UUID customerId, String service, Map<String, Long> erased, Instant erasedAt)
        implements DomainEvent {

    @Override
    public String eventType() {
        return "org.helpdesk.personal-data.erased.v1";
    }
}
