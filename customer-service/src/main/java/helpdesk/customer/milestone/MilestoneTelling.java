package helpdesk.customer.milestone;

import helpdesk.customer.job.Steps;
import helpdesk.customer.note.PinnedNotes;
import helpdesk.customer.profile.Customer;
import helpdesk.customer.profile.CustomerJournal;
import helpdesk.customer.profile.CustomerRepository;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.problem.Failures;
import helpdesk.platform.request.Causation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Tells milestones when they have come: each in a transaction with its event, so that none is lost or told twice. */
@ApplicationScoped
class MilestoneTelling {

    private static final Logger LOG = Logger.getLogger(MilestoneTelling.class);
    private static final Actor SELF = Actor.system("milestones");
    private static final int MOST_STEPS = 5_000;
    private static final Duration PUT_OFF = Duration.ofHours(1);

    private final Milestones milestones;
    private final CustomerRepository customers;
    private final CustomerJournal journal;
    private final PinnedNotes notes;
    private final Causation causation;
    private final Steps steps;
    private final Clock clock;

    MilestoneTelling(
            Milestones milestones,
            CustomerRepository customers,
            CustomerJournal journal,
            PinnedNotes notes,
            Causation causation,
            Steps steps,
            Clock clock) {
        this.milestones = milestones;
        this.customers = customers;
        this.journal = journal;
        this.notes = notes;
        this.causation = causation;
        this.steps = steps;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void tell() {
        causation.actAs(SELF);
        steps.take("Milestones", MOST_STEPS, this::tellFirst);
    }

    /** One that cannot be told keeps no other waiting. */
    private boolean tellFirst() {
        AtomicReference<Milestones.Due> tried = new AtomicReference<>();
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> milestones.firstDue(clock.instant()).ifPresent(due -> {
                        tried.set(due);
                        tell(due);
                    }));
        } catch (RuntimeException e) {
            if (tried.get() == null || Failures.isTransient(e)) {
                throw e;
            }
            LOG.errorf(e, "The milestone %s is put off", tried.get().id());
            QuarkusTransaction.requiringNew()
                    .run(() ->
                            milestones.putOff(tried.get().id(), clock.instant().plus(PUT_OFF)));
        }
        return tried.get() != null;
    }

    private void tell(Milestones.Due due) {
        // The customer first, as everybody does who writes what is the customer's: nobody waits in a circle.
        Customer customer = customers.lock(due.customerId());
        Milestone milestone = milestones.hold(due.id());
        if (milestone == null) {
            return;
        }
        if (!customer.isStanding()) {
            milestone.rest();
            return;
        }
        milestone.reach(customer.zone(), clock.instant()).ifPresent(reached -> {
            if (reached.act() == MilestoneAct.NOTE) {
                notes.pin(customer.id(), "%s: %s".formatted(reached.date(), reached.title()), SELF);
            }
            journal.tell(customer, reached, reached::told);
        });
    }
}
