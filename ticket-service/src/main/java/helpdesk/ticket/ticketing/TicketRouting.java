package helpdesk.ticket.ticketing;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.request.Causation;
import helpdesk.ticket.condition.Facts;
import helpdesk.ticket.routing.AgentPool;
import helpdesk.ticket.routing.Need;
import helpdesk.ticket.routing.PoolRepository;
import helpdesk.ticket.routing.QueueRepository;
import helpdesk.ticket.routing.RoutingQueue;
import helpdesk.ticket.vocabulary.TicketStatus;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Gives tickets that nobody has to people who can, may and have the time to work on them, and takes back what absent people have. One
 * replica at a time does so; the others pass.
 */
@ApplicationScoped
public class TicketRouting {

    private static final Logger LOG = Logger.getLogger(TicketRouting.class);

    private static final int BATCH = 100;

    /** What one run looks at is at most this times {@value #BATCH}; the next goes on behind it, and begins anew at the end. */
    private static final int MOST_BATCHES = 100;

    private final TicketRepository tickets;
    private final QueueRepository queues;
    private final PoolRepository pools;
    private final WaitingTickets waiting;
    private final TicketJournal journal;
    private final Causation causation;
    private final Clock clock;
    private volatile boolean stopping;
    private volatile WaitingTickets.Place at = WaitingTickets.Place.FIRST;

    TicketRouting(
            TicketRepository tickets,
            QueueRepository queues,
            PoolRepository pools,
            WaitingTickets waiting,
            TicketJournal journal,
            Causation causation,
            Clock clock) {
        this.tickets = tickets;
        this.queues = queues;
        this.pools = pools;
        this.waiting = waiting;
        this.journal = journal;
        this.causation = causation;
        this.clock = clock;
    }

    /** The database is closed soon: a run that goes on would fail. */
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent event) {
        stopping = true;
    }

    /** Takes back and gives. */
    @Scheduled(
            every = "{helpdesk.ticket.routing-every}",
            delayed = "3s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        causation.actAs(Actor.system("routing"));
        for (int batch = 0; !stopping && batch < MOST_BATCHES; batch++) {
            if (QuarkusTransaction.requiringNew().call(this::takeBack) < BATCH) {
                break;
            }
        }
        for (int batch = 0; !stopping && batch < MOST_BATCHES; batch++) {
            if (!QuarkusTransaction.requiringNew().call(this::give)) {
                break;
            }
        }
    }

    /** Whether there may be more to give. */
    private boolean give() {
        List<RoutingQueue> inOrder = queues.inOrder();
        if (inOrder.isEmpty()) {
            return false;
        }
        Optional<AgentPool> taken = pools.take().filter(AgentPool::hasRoom);
        if (taken.isEmpty()) {
            return false;
        }
        List<WaitingTickets.Place> places = waiting.behind(at, BATCH);
        if (places.isEmpty()) {
            at = WaitingTickets.Place.FIRST;
            return false;
        }
        AgentPool pool = taken.get();
        Instant now = clock.instant();
        Map<UUID, Ticket> held = tickets
                .lockFree(places.stream().map(WaitingTickets.Place::id).toList())
                .stream()
                .collect(Collectors.toMap(Ticket::id, Function.identity()));
        for (WaitingTickets.Place place : places) {
            Ticket ticket = held.get(place.id());
            if (ticket != null && isWaiting(ticket)) {
                give(ticket, inOrder, pool, now);
            }
        }
        pools.keep(pool);
        at = places.getLast();
        return true;
    }

    private void give(Ticket ticket, List<RoutingQueue> inOrder, AgentPool pool, Instant now) {
        Facts facts = TicketFacts.of(ticket);
        Optional<RoutingQueue> queue =
                inOrder.stream().filter(one -> one.takes(facts)).findFirst();
        queue.flatMap(one -> pool.pick(need(one, ticket), now))
                .flatMap(agent -> ticket.route(agent, queue.get().id(), now))
                .ifPresent(event -> journal.tell(ticket, event));
    }

    private static Need need(RoutingQueue queue, Ticket ticket) {
        return queue.need(
                ticket.origin().channel(),
                ticket.content().group(),
                ticket.tier(),
                ticket.origin().language());
    }

    /** Between the look and the lock, somebody may have taken or answered it. */
    private static boolean isWaiting(Ticket ticket) {
        return ticket.assignee() == null
                && (ticket.status() == TicketStatus.NEW || ticket.status() == TicketStatus.OPEN);
    }

    private int takeBack() {
        Instant now = clock.instant();
        List<UUID> deserted = waiting.deserted(now, BATCH);
        List<Ticket> held = deserted.isEmpty() ? List.of() : tickets.lockFree(deserted);
        for (Ticket ticket : held) {
            ticket.route(null, null, now).ifPresent(event -> journal.tell(ticket, event));
        }
        if (!held.isEmpty()) {
            LOG.infof("Took %d tickets back from people who are away", held.size());
            at = WaitingTickets.Place.FIRST;
        }
        return held.size();
    }
}
