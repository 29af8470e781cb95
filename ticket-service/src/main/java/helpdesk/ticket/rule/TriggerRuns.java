package helpdesk.ticket.rule;

import helpdesk.platform.time.Stopping;
import helpdesk.ticket.ticketing.RuledTickets;
import helpdesk.ticket.ticketing.Ticket;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    private static final int MOST_ATTEMPTS = 5;

    /** After so many tasks it is looked how old the first is. */
    private static final int LOOK_EVERY = 100;

    private final RuleTasks tasks;
    private final RuleBook book;
    private final RuleEffects effects;
    private final Firings firings;
    private final RuledTickets tickets;
    private final Stopping stopping;
    private final Clock clock;

    /** Since when the first task waits; null when none does. */
    private final AtomicReference<Instant> oldest = new AtomicReference<>();

    TriggerRuns(
            RuleTasks tasks,
            RuleBook book,
            RuleEffects effects,
            Firings firings,
            RuledTickets tickets,
            Stopping stopping,
            MeterRegistry metrics,
            Clock clock) {
        this.tasks = tasks;
        this.book = book;
        this.effects = effects;
        this.firings = firings;
        this.tickets = tickets;
        this.stopping = stopping;
        this.clock = clock;
        metrics.gauge("helpdesk.rule.oldest.seconds", this, TriggerRuns::oldestSeconds);
    }

    private double oldestSeconds() {
        Instant since = oldest.get();
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1_000.0);
    }

    /** Does what waits. */
    @Scheduled(
            every = "{helpdesk.ticket.triggers-every}",
            delayed = "3s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        boolean more = true;
        for (int i = 0; more && !stopping.hasBegun() && i < MOST_TASKS; i++) {
            if (i % LOOK_EVERY == 0) {
                oldest.set(QuarkusTransaction.requiringNew()
                        .call(tasks::waitingSince)
                        .orElse(null));
            }
            more = next();
        }
    }

    /** Does one piece of work; returns whether there was one. */
    private boolean next() {
        AtomicReference<RuleTask> claimed = new AtomicReference<>();
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                book.refresh();
                claimed.set(tasks.claim().orElse(null));
                if (claimed.get() != null) {
                    work(claimed.get());
                }
            });
        } catch (RuleFailure refused) {
            goOnWithout(claimed.get(), refused);
        } catch (RuntimeException accident) {
            if (claimed.get() == null) {
                throw accident;
            }
            LOG.errorf(
                    accident,
                    "Triggers could not be asked about ticket %s; tried again soon",
                    claimed.get().ticketId());
            tryLater(claimed.get(), accident);
        }
        return claimed.get() != null;
    }

    private void work(RuleTask task) {
        Optional<Ticket> free = tickets.holdFree(task.ticketId());
        if (free.isEmpty()) {
            // Whoever has it may keep it for a while; others need not wait for that.
            tasks.postpone(task);
            return;
        }
        Ticket ticket = free.get();
        for (ActiveRule rule : due(task)) {
            if (rule.holds(tickets.facts(ticket, task.changes()))) {
                act(rule, ticket, task);
            }
        }
        tasks.done(task);
    }

    /** No rule is set off by what it did itself. */
    private List<ActiveRule> due(RuleTask task) {
        return book.active(RuleKind.TRIGGER).stream()
                .filter(rule -> rule.isSetOffBy(task.happening()))
                .filter(rule -> !rule.id().equals(task.rule()) && !task.failed().contains(rule.id()))
                .toList();
    }

    private void act(ActiveRule rule, Ticket ticket, RuleTask task) {
        int depth = task.depth() + 1;
        if (task.depth() == RuleTask.DEEPEST) {
            firings.failedOnce(ticket.id(), task.happening(), depth, task.root(), RuleFailure.loop(rule.id()));
        } else if (firings.acts(task.root()) >= RuleTask.MOST_ACTS) {
            firings.failedOnce(ticket.id(), task.happening(), depth, task.root(), RuleFailure.tooMuch(rule.id()));
        } else {
            effects.apply(rule, ticket, depth, task.root(), Optional.of(task));
            firings.did(rule.id(), ticket.id(), task.happening(), depth, task.root());
        }
    }

    private void goOnWithout(RuleTask task, RuleFailure refused) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (tasks.without(task, refused.rule())) {
                firings.failed(task.ticketId(), task.happening(), task.depth() + 1, task.root(), refused);
            }
        });
    }

    private void tryLater(RuleTask task, RuntimeException accident) {
        if (task.attempts() + 1 < MOST_ATTEMPTS) {
            QuarkusTransaction.requiringNew().run(() -> tasks.putOff(task));
        } else if (accident instanceof RuleAccident of) {
            goOnWithout(task, RuleFailure.unexpected(of.rule()));
        } else {
            LOG.errorf("Triggers are not asked any more about what happened to ticket %s", task.ticketId());
            QuarkusTransaction.requiringNew().run(() -> tasks.done(task));
        }
    }
}
