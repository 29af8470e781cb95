package helpdesk.ticket.routing;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.persistence.Ids;
import helpdesk.ticket.TicketProblem;
import helpdesk.ticket.condition.ConditionScope;
import helpdesk.ticket.condition.Conditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Keeps the queues. */
@ApplicationScoped
public class QueueService {

    /** Each ticket that waits asks all of them. */
    private static final int MOST = 200;

    private final QueueRepository queues;
    private final Patcher patcher;
    private final Clock clock;

    QueueService(QueueRepository queues, Patcher patcher, Clock clock) {
        this.queues = queues;
        this.patcher = patcher;
        this.clock = clock;
    }

    @Transactional
    RoutingQueue create(QueueBody body) {
        RoutingQueue queue = new RoutingQueue(Ids.next(), body, clock.instant());
        require(body, queue.id());
        if (queues.count() >= MOST) {
            throw TicketProblem.TOO_MANY_QUEUES.problem("There are 200 queues. Remove one, or put two together.");
        }
        queues.persist(queue);
        return queue;
    }

    @Transactional
    RoutingQueue patch(UUID id, IfMatch ifMatch, MergePatch patch) {
        RoutingQueue queue = require(id);
        ifMatch.require(queue.version());
        QueueBody former = queue.writable();
        QueueBody changed = patcher.apply(patch, former);
        if (!changed.equals(former)) {
            require(changed, id);
            queue.write(changed, clock.instant());
            queues.flush();
        }
        return queue;
    }

    @Transactional
    void delete(UUID id, IfMatch ifMatch) {
        RoutingQueue queue = require(id);
        ifMatch.require(queue.version());
        queues.delete(queue);
    }

    RoutingQueue require(UUID id) {
        return queues.findByIdOptional(id)
                .orElseThrow(() -> TicketProblem.QUEUE_NOT_FOUND.problem(
                        "There is no queue with this id. See GET /api/v1/routing-queues."));
    }

    private void require(QueueBody body, UUID id) {
        Conditions.require(body.conditions(), ConditionScope.FILING, "/conditions");
        if (queues.isTaken(body.name(), id)) {
            throw TicketProblem.NAME_TAKEN.at("/name", "A queue has this name already. Choose another.");
        }
    }
}
