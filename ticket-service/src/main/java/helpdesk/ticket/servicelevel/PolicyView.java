package helpdesk.ticket.servicelevel;

import helpdesk.ticket.condition.Condition;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A service level policy.
 *
 * @param fallback whether it is the one for tickets that no other policy is for
 */
@Schema(name = "ServiceLevelPolicy")
public record PolicyView(
        UUID id,
        String name,
        int position,
        boolean fallback,
        List<Condition> conditions,
        UUID calendarId,
        boolean pausesOnHold,
        List<PolicyTarget> targets,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static PolicyView of(ServiceLevelPolicy policy) {
        PolicyBody body = policy.writable();
        return new PolicyView(
                policy.id(),
                body.name(),
                body.position(),
                policy.isFallback(),
                body.conditions(),
                body.calendarId(),
                body.pausesOnHold(),
                body.targets(),
                policy.createdAt(),
                policy.updatedAt(),
                policy.version());
    }
}
