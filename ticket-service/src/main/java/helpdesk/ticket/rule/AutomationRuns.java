package helpdesk.ticket.rule;

import helpdesk.platform.time.Stopping;
import helpdesk.ticket.ticketing.RuledTickets;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
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

    private final RuleBook book;
    private final DueTickets due;
    private final RuleEffects effects;
    private final Firings firings;
    private final RuledTickets tickets;
    private final Stopping stopping;
    private final Map<UUID, UUID> places = new ConcurrentHashMap<>();

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
        try {
            QuarkusTransaction.requiringNew().run(() -> tickets.holdFree(ticket)
                    .filter(held -> rule.holds(tickets.facts(held, List.of())))
                    .filter(held -> due.take(rule, held))
                    .ifPresent(held -> {
                        effects.apply(rule, held, 1, null, null, null);
                        firings.did(rule.id(), ticket, null, 1);
                    }));
        } catch (RuleFailure refused) {
            QuarkusTransaction.requiringNew().run(() -> tickets.holdFree(ticket)
                    .filter(held -> due.take(rule, held))
                    .ifPresent(held -> firings.failed(rule.id(), ticket, null, 1, refused)));
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "Automation %s could not act on ticket %s; tried again soon", rule.id(), ticket);
        }
    }
}
