package helpdesk.ticket.listing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.inbox.Arrival;
import helpdesk.platform.problem.Failures;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.Problem;
import helpdesk.platform.problem.ProblemBody;
import helpdesk.platform.request.Causation;
import helpdesk.ticket.ticketing.Ticket;
import helpdesk.ticket.ticketing.TicketService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/** Changes many tickets, each for itself: what is wrong with one is no matter of the others. */
@ApplicationScoped
public class BatchService {

    private static final Logger LOG = Logger.getLogger(BatchService.class);

    /** At a time: each takes two connections of the pool. */
    private static final int MOST_AT_ONCE = 4;

    private static final Duration RETRY = Duration.ofSeconds(5);

    private final Semaphore free = new Semaphore(MOST_AT_ONCE);
    private final TicketService tickets;
    private final Causation causation;

    BatchService(TicketService tickets, Causation causation) {
        this.tickets = tickets;
        this.causation = causation;
    }

    /**
     * Changes them one after the other.
     *
     * @throws helpdesk.platform.problem.Problem {@code temporarily-unavailable} when others are at it
     */
    BatchResult change(TicketBatch batch) {
        if (!free.tryAcquire()) {
            throw PlatformProblem.TEMPORARILY_UNAVAILABLE
                    .problem("Other batches are being worked on. Try again in some seconds.")
                    .retryAfter(RETRY);
        }
        try {
            return Arrival.waitingOnce(() -> new BatchResult(batch.items().stream()
                    .map(item -> change(item, batch.patch()))
                    .toList()));
        } finally {
            free.release();
        }
    }

    private BatchResult.Item change(TicketBatch.Item item, ObjectNode common) {
        try {
            ObjectNode patch = item.patch() == null ? common : item.patch();
            if (patch == null) {
                throw PlatformProblem.INVALID_REQUEST.at("/patch", "Say what to change: for it alone, or for all.");
            }
            String tag = item.version() == null ? "*" : "\"" + item.version() + "\"";
            return QuarkusTransaction.requiringNew().call(() -> {
                Ticket changed = tickets.patch(item.id(), IfMatch.required(tag), new MergePatch(patch));
                return new BatchResult.Item(item.id(), 200, changed.id(), changed.version(), null);
            });
        } catch (RuntimeException failure) {
            Problem problem = Failures.understand(failure).orElseGet(() -> unexpected(failure));
            ProblemBody body = ProblemBody.of(problem, "/api/v1/tickets/" + item.id(), causation.correlationId());
            return new BatchResult.Item(item.id(), problem.type().status(), null, null, body);
        }
    }

    private static Problem unexpected(RuntimeException failure) {
        LOG.error("A ticket of a batch could not be changed", failure);
        return PlatformProblem.INTERNAL_ERROR.problem("Something went wrong with this one. Try it again alone.");
    }
}
