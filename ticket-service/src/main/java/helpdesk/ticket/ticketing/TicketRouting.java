package helpdesk.ticket.ticketing;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.request.Causation;
import helpdesk.platform.time.Stopping;
import helpdesk.ticket.agent.Agent;
import helpdesk.ticket.agent.AgentRepository;
import helpdesk.ticket.condition.Facts;
import helpdesk.ticket.routing.AgentPool;
import helpdesk.ticket.routing.Need;
import helpdesk.ticket.routing.PoolRepository;
import helpdesk.ticket.routing.QueueRepository;
import helpdesk.ticket.routing.RoutingQueue;
import helpdesk.ticket.vocabulary.TicketStatus;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
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

    /** Each event that is told looks at all that the session knows: it knows little. */
    private static final int AT_ONCE = 20;

    /** What one run gives, or takes back, is at most this times {@value #BATCH}; the next goes on. */
    private static final int MOST_BATCHES = 1_000;

    /** So many batches of which nobody can take anything are looked at, at the head of those that wait and further behind. */
    private static final int MOST_FRUITLESS = 5;

    /** Replicas' clocks may differ, and what was changed becomes visible a little later. */
    private static final Duration OVERLAP = Duration.ofSeconds(5);

    private final TicketRepository tickets;
    private final AgentRepository agents;
    private final QueueRepository queues;
    private final PoolRepository pools;
    private final WaitingTickets waiting;
    private final TicketJournal journal;
    private final Causation causation;
    private final Clock clock;
    private final Stopping stopping;

    /** Where the next run goes on behind the head, so that all are looked at one day. */
    private volatile WaitingTickets.Place tail = WaitingTickets.Place.FIRST;

    private volatile Instant lastRun = Instant.EPOCH;

    TicketRouting(
            TicketRepository tickets,
            AgentRepository agents,
            QueueRepository queues,
            PoolRepository pools,
            WaitingTickets waiting,
            TicketJournal journal,
            Causation causation,
            Stopping stopping,
            Clock clock) {
        this.tickets = tickets;
        this.agents = agents;
        this.queues = queues;
        this.pools = pools;
        this.waiting = waiting;
        this.journal = journal;
        this.causation = causation;
        this.stopping = stopping;
        this.clock = clock;
    }

    /** Takes back and gives. */
    @Scheduled(
            every = "{helpdesk.ticket.routing-every}",
            delayed = "3s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        causation.actAs(Actor.system("routing"));
        takeBack();
        // The most urgent first; where many wait for somebody who is not there, then what is new, and some others.
        Instant now = clock.instant();
        Optional<WaitingTickets.Place> head = give(WaitingTickets.Place.FIRST);
        if (head.isPresent()) {
            // A clock that was set back hides nothing.
            giveFresh((lastRun.isAfter(now) ? now : lastRun).minus(OVERLAP));
        }
        tail = head.flatMap(place -> give(place.isBefore(tail) ? tail : place)).orElse(WaitingTickets.Place.FIRST);
        lastRun = now;
    }

    private void giveFresh(Instant since) {
        giveOrEach(() -> waiting.fresh(since, MOST_FRUITLESS * BATCH));
    }

    /** Gives what waits behind a place; returns where it ended, or nothing at the end of all or of what people can take. */
    private Optional<WaitingTickets.Place> give(WaitingTickets.Place from) {
        WaitingTickets.Place at = from;
        int fruitless = 0;
        for (int batch = 0; !stopping.hasBegun() && fruitless < MOST_FRUITLESS && batch < MOST_BATCHES; batch++) {
            WaitingTickets.Place start = at;
            Optional<Given> given = giveOrEach(() -> waiting.behind(start, BATCH));
            if (given.isEmpty()) {
                return Optional.empty();
            }
            at = given.get().last();
            fruitless += given.get().tickets() == 0 ? 1 : 0;
        }
        return Optional.of(at);
    }

    /** Together, or each for itself when one of them fails. */
    private Optional<Given> giveOrEach(Supplier<List<WaitingTickets.Place>> look) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> giveBatch(look));
        } catch (RuntimeException failure) {
            LOG.warnf("Tickets could not be given together (%s); each is tried for itself", failure.getMessage());
            return giveEach(QuarkusTransaction.requiringNew().call(look::get));
        }
    }

    private Optional<Given> giveEach(List<WaitingTickets.Place> places) {
        int given = 0;
        for (WaitingTickets.Place place : places) {
            try {
                given += QuarkusTransaction.requiringNew()
                        .call(() -> giveBatch(() -> List.of(place)))
                        .map(Given::tickets)
                        .orElse(0);
            } catch (RuntimeException failure) {
                LOG.errorf(failure, "Ticket %s could not be given to anybody; tried again soon", place.id());
            }
        }
        return places.isEmpty() ? Optional.empty() : Optional.of(new Given(places.getLast(), given));
    }

    private record Given(WaitingTickets.Place last, int tickets) {}

    private record Pick(UUID ticket, UUID agent, UUID queue) {}

    private Optional<Given> giveBatch(Supplier<List<WaitingTickets.Place>> look) {
        List<RoutingQueue> inOrder = queues.inOrder();
        if (inOrder.isEmpty()) {
            return Optional.empty();
        }
        Optional<AgentPool> pool = pools.take().filter(AgentPool::hasRoom);
        List<WaitingTickets.Place> places = pool.isEmpty() ? List.of() : look.get();
        if (places.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        List<Pick> picks = pick(places, inOrder, pool.get(), now);
        int given = 0;
        for (int from = 0; from < picks.size(); from += AT_ONCE) {
            given += give(picks.subList(from, Math.min(from + AT_ONCE, picks.size())), now);
            tickets.flush();
            tickets.getEntityManager().clear();
        }
        pools.keep(pool.get());
        return Optional.of(new Given(places.getLast(), given));
    }

    /** Who would get what, without holding anything: most often nobody can take what still waits. */
    private List<Pick> pick(
            List<WaitingTickets.Place> places, List<RoutingQueue> inOrder, AgentPool pool, Instant now) {
        Map<UUID, Ticket> seen =
                tickets
                        .list(
                                "id in ?1",
                                places.stream().map(WaitingTickets.Place::id).toList())
                        .stream()
                        .collect(Collectors.toMap(Ticket::id, Function.identity()));
        List<Pick> picks = new ArrayList<>();
        for (WaitingTickets.Place place : places) {
            Ticket ticket = seen.get(place.id());
            Facts facts = TicketFacts.of(ticket);
            Optional<RoutingQueue> queue =
                    inOrder.stream().filter(one -> one.takes(facts)).findFirst();
            queue.flatMap(one -> pool.pick(need(one, ticket), now))
                    .ifPresent(agent -> picks.add(
                            new Pick(place.id(), agent.id(), queue.get().id())));
        }
        // What was only looked at is read again, once it is held.
        tickets.getEntityManager().clear();
        return picks;
    }

    private int give(List<Pick> picks, Instant now) {
        Map<UUID, Agent> there = agents
                .holdOnline(picks.stream().map(Pick::agent).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Agent::id, Function.identity()));
        Map<UUID, Ticket> held = tickets
                .lockFree(picks.stream().map(Pick::ticket).toList())
                .stream()
                .filter(TicketRouting::isWaiting)
                .collect(Collectors.toMap(Ticket::id, Function.identity()));
        int given = 0;
        for (Pick pick : picks) {
            Ticket ticket = held.get(pick.ticket());
            Agent agent = there.get(pick.agent());
            if (ticket != null && agent != null) {
                ticket.route(agent, pick.queue(), now).ifPresent(event -> journal.tell(ticket, event));
                given++;
            }
        }
        return given;
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

    private void takeBack() {
        int taken = 0;
        for (int batch = 0; !stopping.hasBegun() && batch < MOST_BATCHES; batch++) {
            List<UUID> deserted =
                    QuarkusTransaction.requiringNew().call(() -> waiting.deserted(clock.instant(), BATCH));
            int some =
                    deserted.isEmpty() ? 0 : QuarkusTransaction.requiringNew().call(() -> takeBack(deserted));
            taken += some;
            if (some == 0) {
                break;
            }
        }
        if (taken > 0) {
            LOG.infof("Took %d tickets back from people who are away, or whom they have outgrown", taken);
        }
    }

    /** Takes back those of the tickets of which that is still right when they are held. */
    int takeBack(List<UUID> deserted) {
        Instant now = clock.instant();
        List<Ticket> held = tickets.lockFree(deserted);
        Set<UUID> still = waiting.stillDeserted(now, deserted);
        List<Ticket> taken =
                held.stream().filter(ticket -> still.contains(ticket.id())).toList();
        for (Ticket ticket : taken) {
            ticket.route(null, null, now).ifPresent(event -> journal.tell(ticket, event));
        }
        return taken.size();
    }
}
