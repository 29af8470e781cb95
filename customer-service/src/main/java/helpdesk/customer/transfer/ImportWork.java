package helpdesk.customer.transfer;

import helpdesk.customer.job.Steps;
import helpdesk.customer.profile.CustomerDetails;
import helpdesk.customer.profile.ProfileIntake;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.problem.Failures;
import helpdesk.platform.problem.Problem;
import helpdesk.platform.request.Causation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.validation.ConstraintViolationException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Takes imports over, some rows in a transaction: profiles, counts and report commit together, so that it goes on exactly where
 * it was.
 */
@ApplicationScoped
class ImportWork {

    private static final Logger LOG = Logger.getLogger(ImportWork.class);
    private static final int ROWS_AT_ONCE = 50;
    private static final int MOST_STEPS = 10_000;
    private static final Duration KEPT = Duration.ofDays(30);

    private static final RowProblem UNKNOWN =
            new RowProblem(null, "Somebody changed the same customer at the same moment. Import the row again.");

    private final Imports imports;
    private final ImportRows rows;
    private final RowReading reading;
    private final ProfileIntake intake;
    private final Causation causation;
    private final Steps steps;
    private final Clock clock;

    ImportWork(
            Imports imports,
            ImportRows rows,
            RowReading reading,
            ProfileIntake intake,
            Causation causation,
            Steps steps,
            Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.reading = reading;
        this.intake = intake;
        this.causation = causation;
        this.steps = steps;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void goOn() {
        steps.take("Imports", MOST_STEPS, this::step);
    }

    @Scheduled(every = "1h", delayed = "6m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetOld() {
        QuarkusTransaction.requiringNew()
                .run(() -> imports.removeOld(clock.instant().minus(KEPT)));
    }

    /** A row that cannot be taken over takes the others of its transaction with it: then each is alone. */
    private boolean step() {
        try {
            return QuarkusTransaction.requiringNew().call(() -> take(ROWS_AT_ONCE, new AtomicReference<>()));
        } catch (RuntimeException e) {
            if (Failures.isTransient(e)) {
                throw e;
            }
            LOG.debugf("An import goes on row by row: %s", e.getMessage());
        }
        boolean more = true;
        for (int i = 0; more && i < ROWS_AT_ONCE; i++) {
            more = takeAlone();
        }
        return more;
    }

    private boolean takeAlone() {
        AtomicReference<Tried> tried = new AtomicReference<>();
        try {
            return QuarkusTransaction.requiringNew().call(() -> take(1, tried));
        } catch (RuntimeException e) {
            if (tried.get() == null || Failures.isTransient(e)) {
                throw e;
            }
            List<RowProblem> problems = RowReading.problems(e);
            if (problems.isEmpty()) {
                LOG.warnf(e, "A row of an import fails");
            }
            return QuarkusTransaction.requiringNew()
                    .call(() -> fail(tried.get(), problems.isEmpty() ? List.of(UNKNOWN) : problems));
        }
    }

    /** Whether there may be more to do. */
    private boolean take(int most, AtomicReference<Tried> tried) {
        Optional<CustomerImport> running = imports.holdRunning();
        running.ifPresent(one -> {
            causation.actAs(Actor.parse(one.startedBy()));
            List<ImportRows.Waiting> waiting = rows.waiting(one.id(), one.done(), most);
            List<RowOutcome> outcomes = new ArrayList<>(waiting.size());
            for (ImportRows.Waiting row : waiting) {
                tried.set(new Tried(one.id(), row.row()));
                outcomes.add(take(one, row));
                // Each event is written by a look through all that is loaded: no row should be looked through for the
                // next.
                imports.flush();
                imports.getEntityManager().clear();
            }
            CustomerImport held = imports.findById(one.id());
            outcomes.forEach(held::count);
            if (waiting.size() < most) {
                rows.forget(held.id());
                held.end(ImportState.FINISHED, clock.instant());
            }
        });
        return running.isPresent();
    }

    /** Unless somebody else has looked at the row since. */
    private boolean fail(Tried tried, List<RowProblem> problems) {
        Optional<CustomerImport> held =
                imports.hold(tried.importId()).filter(one -> one.state() == ImportState.RUNNING);
        held.ifPresent(one -> rows.waiting(one.id(), one.done(), 1).stream()
                .filter(row -> row.row() == tried.row())
                .forEach(row -> one.count(end(one, failed(row, problems), List.of()))));
        return held.isPresent();
    }

    private RowOutcome take(CustomerImport one, ImportRows.Waiting row) {
        CustomerDetails details;
        try {
            details = reading.read(row.cells());
        } catch (Problem | ConstraintViolationException e) {
            return end(one, failed(row, RowReading.problems(e)), List.of());
        }
        ProfileIntake.Taken taken = intake.take(details, one.known() == KnownCustomers.UPDATE, one.isDryRun());
        return end(one, outcome(one, row.row(), taken), one.isDryRun() ? taken.identities() : List.of());
    }

    private RowView outcome(CustomerImport one, int row, ProfileIntake.Taken taken) {
        RowOutcome outcome =
                switch (taken.how()) {
                    case CREATED -> wouldBeKnown(one, taken) ? known(one) : RowOutcome.CREATED;
                    case CHANGED -> RowOutcome.UPDATED;
                    case UNCHANGED -> RowOutcome.UNCHANGED;
                    case LEFT -> RowOutcome.SKIPPED;
                };
        return new RowView(row, outcome, taken.customerId(), List.of());
    }

    /** In a dry run, a row before would have made the profile. */
    private boolean wouldBeKnown(CustomerImport one, ProfileIntake.Taken taken) {
        return one.isDryRun()
                && rows.samePersonBefore(one.id(), taken.identities()).isPresent();
    }

    private static RowOutcome known(CustomerImport one) {
        return one.known() == KnownCustomers.UPDATE ? RowOutcome.UPDATED : RowOutcome.SKIPPED;
    }

    private static RowView failed(ImportRows.Waiting row, List<RowProblem> problems) {
        return new RowView(row.row(), RowOutcome.FAILED, null, problems);
    }

    private RowOutcome end(CustomerImport one, RowView row, List<String> identities) {
        rows.end(one.id(), row, identities);
        return row.outcome();
    }

    /** The row that was looked at last. */
    private record Tried(UUID importId, int row) {}
}
