package helpdesk.ticket.rule;

import helpdesk.platform.persistence.Ids;
import helpdesk.platform.time.Stopping;
import helpdesk.ticket.ticketing.RuledTickets;
import helpdesk.ticket.ticketing.Ticket;
import helpdesk.ticket.vocabulary.TicketStatus;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Does what is due because time has passed: for each ticket once since the moment that the rule counts from. Each is a transaction of its
 * own, and replicas share the work.
 */
@ApplicationScoped
public class AutomationRuns {

    private static final Logger LOG = Logger.getLogger(AutomationRuns.class);

    private static final int BATCH = 500;

    /** Of each rule, one run looks at this times {@value #BATCH} tickets; the next goes on. */
    private static final int MOST_BATCHES = 40;

    private static final int MOST_ACCIDENTS = 5;

    /** Of more than these it is not kept how often they went wrong. */
    private static final int MOST_CASES = 10_000;

    private final RuleBook book;
    private final DueTickets due;
    private final RuleEffects effects;
    private final Firings firings;
    private final RuledTickets tickets;
    private final Stopping stopping;
    private final Map<UUID, UUID> places = new ConcurrentHashMap<>();

    /** How often something went wrong that is no refusal. */
    private final Map<Case, Integer> accidents = new ConcurrentHashMap<>();

    private record Case(UUID rule, UUID ticket) {}

    AutomationRuns(
            RuleBook book,
            DueTickets due,
            RuleEffects effects,
            Firings firings,
            RuledTickets tickets,
            Stopping stopping) {
        this.book = book;
        this.due = due;
        this.effects = effects;
        this.firings = firings;
        this.tickets = tickets;
        this.stopping = stopping;
    }

    /** Does what is due. */
    @Scheduled(
            every = "{helpdesk.ticket.automations-every}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        List<ActiveRule> rules = QuarkusTransaction.requiringNew().call(() -> {
            book.refresh();
            return book.active(RuleKind.AUTOMATION);
        });
        places.keySet().retainAll(rules.stream().map(ActiveRule::id).toList());
        rules.forEach(this::run);
    }

    private void run(ActiveRule rule) {
        UUID place = places.getOrDefault(rule.id(), DueTickets.FIRST);
        for (int batch = 0; !stopping.hasBegun() && batch < MOST_BATCHES; batch++) {
            UUID from = place;
            DueTickets.Batch looked = QuarkusTransaction.requiringNew().call(() -> due.behind(from, rule, BATCH));
            looked.due().forEach(ticket -> act(rule, ticket));
            place = looked.isLast() ? DueTickets.FIRST : looked.end();
            if (looked.isLast()) {
                break;
            }
        }
        places.put(rule.id(), place);
    }

    private void act(ActiveRule rule, UUID ticket) {
        Case act = new Case(rule.id(), ticket);
        try {
            QuarkusTransaction.requiringNew().run(() -> hold(rule, ticket).ifPresent(held -> act(rule, held)));
        } catch (RuleFailure refused) {
            giveUp(rule, ticket, refused);
        } catch (RuntimeException accident) {
            LOG.errorf(accident, "Automation %s could not act on ticket %s; tried again soon", rule.id(), ticket);
            if (accidents.size() > MOST_CASES) {
                accidents.clear();
            }
            if (accidents.merge(act, 1, Integer::sum) >= MOST_ACCIDENTS) {
                accidents.remove(act);
                giveUp(rule, ticket, RuleFailure.unexpected(rule.id()));
            }
        }
    }

    private void act(ActiveRule rule, Ticket held) {
        RuleChain chain = due.chain(rule, held);
        UUID root = Ids.next();
        if (chain.isOwn()) {
            return;
        }
        if (!chain.isOpen()) {
            firings.failed(held.id(), null, chain.depth(), root, RuleFailure.loop(rule.id()));
            return;
        }
        effects.apply(rule, held, chain.depth(), root, Optional.empty());
        firings.did(rule.id(), held.id(), null, chain.depth(), root);
        accidents.remove(new Case(rule.id(), held.id()));
    }

    private void giveUp(ActiveRule rule, UUID ticket, RuleFailure failure) {
        try {
            QuarkusTransaction.requiringNew().run(() -> hold(rule, ticket)
                    .ifPresent(held ->
                            firings.failed(ticket, null, due.chain(rule, held).depth(), null, failure)));
        } catch (RuntimeException accident) {
            LOG.errorf(accident, "That automation %s cannot act on ticket %s was not written down", rule.id(), ticket);
        }
    }

    /** The ticket, held, when the rule is still due for it, and from now on no more. */
    private Optional<Ticket> hold(ActiveRule rule, UUID ticket) {
        return tickets.holdFree(ticket)
                .filter(held -> held.status() != TicketStatus.CLOSED)
                .filter(held -> rule.holds(tickets.facts(held, List.of())))
                .filter(held -> due.take(rule, held));
    }
}
