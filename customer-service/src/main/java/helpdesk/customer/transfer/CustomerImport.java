package helpdesk.customer.transfer;

import helpdesk.platform.persistence.Aggregate;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Profiles from elsewhere that are taken over row by row; it goes on where it was, whatever happens. */
@Entity
@Table(name = "customer_import")
class CustomerImport extends Aggregate {

    @Enumerated(EnumType.STRING)
    private ImportState state;

    private boolean dryRun;

    @Enumerated(EnumType.STRING)
    private KnownCustomers known;

    private int rows;
    private int created;
    private int updated;
    private int unchanged;
    private int skipped;
    private int failed;
    private String startedBy;
    private Instant startedAt;
    private Instant finishedAt;

    /** For the persistence provider. */
    protected CustomerImport() {}

    CustomerImport(UUID id, boolean dryRun, KnownCustomers known, String startedBy, Instant now) {
        super(id);
        this.dryRun = dryRun;
        this.known = known;
        this.startedBy = startedBy;
        state = ImportState.RUNNING;
        startedAt = now;
    }

    /** So many rows are there. */
    void received(int number) {
        rows = number;
    }

    void count(RowOutcome outcome) {
        switch (outcome) {
            case CREATED -> created++;
            case UPDATED -> updated++;
            case UNCHANGED -> unchanged++;
            case SKIPPED -> skipped++;
            case FAILED -> failed++;
        }
    }

    void end(ImportState how, Instant now) {
        state = how;
        finishedAt = now;
    }

    ImportState state() {
        return state;
    }

    boolean isDryRun() {
        return dryRun;
    }

    KnownCustomers known() {
        return known;
    }

    String startedBy() {
        return startedBy;
    }

    /** How many rows were looked at: the first ones. */
    int done() {
        return created + updated + unchanged + skipped + failed;
    }

    ImportView view() {
        int percent = rows == 0 ? 100 : (int) (100L * done() / rows);
        return new ImportView(
                id(),
                state,
                dryRun,
                known,
                rows,
                done(),
                percent,
                created,
                updated,
                unchanged,
                skipped,
                failed,
                startedBy,
                startedAt,
                finishedAt);
    }
}
