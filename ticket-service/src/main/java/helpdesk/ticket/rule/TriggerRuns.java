package helpdesk.ticket.rule;

import helpdesk.platform.time.Stopping;
import helpdesk.ticket.ticketing.RuledTickets;
import helpdesk.ticket.ticketing.Ticket;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Holds what happened to tickets against the triggers, moments later. Each piece of work is one transaction: what rules do, that they did
 * it, and that it needs no doing again. Replicas share the work.
 */
@ApplicationScoped
public class TriggerRuns {

    private static final Logger LOG = Logger.getLogger(TriggerRuns.class);

    /** What one run does at most; the next goes on. */
    private static final int MOST_TASKS = 10_000;

    private static final int MOST_ATTEMPTS = 8;

    private final RuleTasks tasks;
    private final RuleBook book;
    private final RuleEffects effects;
    private final Firings firings;
    private final RuledTickets tickets;
    private final Stopping stopping;

    TriggerRuns(
            RuleTasks tasks,
            RuleBook book,
            RuleEffects effects,
            Firings firings,
            RuledTickets tickets,
            Stopping stopping) {
        this.tasks = tasks;
        this.book = book;
        this.effects = effects;
        this.firings = firings;
        this.tickets = tickets;
        this.stopping = stopping;
    }

    /** Does what waits. */
    @Scheduled(
            every = "{helpdesk.ticket.triggers-every}",
            delayed = "3s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        QuarkusTransaction.requiringNew().run(book::refresh);
        boolean more = true;
        for (int i = 0; more && !stopping.hasBegun() && i < MOST_TASKS; i++) {
            more = next();
        }
    }

    /** Does one piece of work; returns whether there was one. */
    private boolean next() {
        AtomicReference<RuleTask> claimed = new AtomicReference<>();
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                claimed.set(tasks.claim().orElse(null));
                if (claimed.get() != null) {
                    work(claimed.get());
                    tasks.done(claimed.get());
                }
            });
        } catch (RuleFailure refused) {
            QuarkusTransaction.requiringNew().run(() -> goOnWithout(claimed.get(), refused));
        } catch (RuntimeException failure) {
            if (claimed.get() == null) {
                throw failure;
            }
            LOG.errorf(
                    failure,
                    "Triggers could not be asked about ticket %s",
                    claimed.get().ticketId());
            QuarkusTransaction.requiringNew().run(() -> tryLater(claimed.get()));
        }
        return claimed.get() != null;
    }

    private void work(RuleTask task) {
        Ticket ticket = tickets.hold(task.ticketId());
        for (ActiveRule rule : due(task)) {
            if (rule.holds(tickets.facts(ticket, task.changes()))) {
                act(rule, ticket, task);
            }
        }
    }

    /** No rule is set off by what it did itself. */
    private List<ActiveRule> due(RuleTask task) {
        return book.active(RuleKind.TRIGGER).stream()
                .filter(rule -> rule.on().contains(task.happening()))
                .filter(rule -> !rule.id().equals(task.rule()) && !task.failed().contains(rule.id()))
                .toList();
    }

    private void act(ActiveRule rule, Ticket ticket, RuleTask task) {
        int depth = task.depth() + 1;
        if (task.depth() == RuleTask.DEEPEST) {
            firings.failed(rule.id(), ticket.id(), task.happening(), depth, RuleFailure.loop(rule.id()));
            return;
        }
        effects.apply(rule, ticket, depth, task.correlationId(), task.eventId().toString(), task.traceParent());
        firings.did(rule.id(), ticket.id(), task.happening(), depth);
    }

    private void goOnWithout(RuleTask task, RuleFailure refused) {
        tasks.without(task, refused.rule());
        firings.failed(refused.rule(), task.ticketId(), task.happening(), task.depth() + 1, refused);
    }

    private void tryLater(RuleTask task) {
        if (task.attempts() + 1 < MOST_ATTEMPTS) {
            tasks.putOff(task);
            return;
        }
        due(task)
                .forEach(rule -> firings.failed(
                        rule.id(),
                        task.ticketId(),
                        task.happening(),
                        task.depth() + 1,
                        RuleFailure.unexpected(rule.id())));
        tasks.done(task);
    }
}
