package helpdesk.ticket.routing;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.ticket.condition.Condition;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A queue. */
@Schema(name = "RoutingQueue")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QueueView(
        UUID id,
        String name,
        int position,
        boolean active,
        List<Condition> conditions,
        List<RequiredSkill> skills,
        boolean matchLanguage,
        Integer returnAfterMinutes,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static QueueView of(RoutingQueue queue) {
        QueueBody body = queue.writable();
        return new QueueView(
                queue.id(),
                body.name(),
                body.position(),
                body.active(),
                body.conditions(),
                body.skills(),
                body.matchLanguage(),
                body.returnAfterMinutes(),
                queue.createdAt(),
                queue.updatedAt(),
                queue.version());
    }
}
