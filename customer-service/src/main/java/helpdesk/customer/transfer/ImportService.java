package helpdesk.customer.transfer;

import helpdesk.customer.CustomerProblem;
import helpdesk.platform.identity.CurrentActor;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** Receives imports, and tells how far they are. */
@ApplicationScoped
@Transactional
class ImportService {

    private static final int MOST_RUNNING = 5;

    private final Imports imports;
    private final ImportRows rows;
    private final CurrentActor actor;
    private final Cursors cursors;
    private final Clock clock;

    ImportService(Imports imports, ImportRows rows, CurrentActor actor, Cursors cursors, Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.actor = actor;
        this.cursors = cursors;
        this.clock = clock;
    }

    /**
     * Receives a file: all of it is stored, or nothing.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-request} for what cannot be read, {@code too-many-imports}
     */
    ImportView receive(InputStream file, boolean dryRun, String known) {
        if (imports.count("state", ImportState.RUNNING) >= MOST_RUNNING) {
            throw CustomerProblem.TOO_MANY_IMPORTS.problem("%d are running. Wait for one of them.", MOST_RUNNING);
        }
        CustomerImport made =
                new CustomerImport(Ids.next(), dryRun, known(known), actor.get().toString(), clock.instant());
        imports.persistAndFlush(made);
        int number = ImportFile.read(file, (some, before) -> rows.add(made.id(), before, some));
        if (number == 0) {
            throw PlatformProblem.INVALID_REQUEST.at("", "The file has no rows. Send its bytes as the body.");
        }
        made.received(number);
        imports.flush();
        return made.view();
    }

    /**
     * Stops one. What was taken over stays.
     *
     * @throws helpdesk.platform.problem.Problem {@code import-not-found}, {@code import-ended}
     */
    ImportView cancel(UUID id) {
        CustomerImport held = imports.hold(id).orElseThrow(ImportService::notFound);
        if (held.state() != ImportState.RUNNING) {
            throw CustomerProblem.IMPORT_ENDED.problem("It is at its end already.");
        }
        held.end(ImportState.CANCELLED, clock.instant());
        rows.forget(id);
        imports.flush();
        return held.view();
    }

    ImportView read(UUID id) {
        return require(id).view();
    }

    Page<ImportView> list(PageRequest page) {
        List<String> after = cursors.open(page.after(), "customer-imports");
        return Page.of(
                imports.list(after.isEmpty() ? null : UUID.fromString(after.getFirst()), page.limitPlusOne()),
                page.limit(),
                CustomerImport::view,
                last -> cursors.seal(List.of(last.id().toString()), "customer-imports"));
    }

    Page<RowView> rows(UUID id, String outcome, PageRequest page) {
        require(id);
        RowOutcome wanted = outcome(outcome);
        String list = "import %s %s".formatted(id, wanted);
        List<String> after = cursors.open(page.after(), list);
        return Page.of(
                rows.report(id, wanted, after.isEmpty() ? 0 : Integer.parseInt(after.getFirst()), page.limitPlusOne()),
                page.limit(),
                row -> row,
                last -> cursors.seal(List.of(Integer.toString(last.row())), list));
    }

    /** Some rows of the report, after one of them. */
    List<RowView> report(UUID id, int after, int limit) {
        return rows.report(id, null, after, limit);
    }

    private CustomerImport require(UUID id) {
        return imports.findByIdOptional(id).orElseThrow(ImportService::notFound);
    }

    private static RuntimeException notFound() {
        return CustomerProblem.IMPORT_NOT_FOUND.problem("Check the id. Reports are kept for 30 days.");
    }

    private static KnownCustomers known(String text) {
        return switch (text) {
            case "update" -> KnownCustomers.UPDATE;
            case "skip" -> KnownCustomers.SKIP;
            default -> throw PlatformProblem.INVALID_PARAMETER.at("?known", "Write update or skip.");
        };
    }

    private static RowOutcome outcome(String text) {
        return text == null
                ? null
                : Stream.of(RowOutcome.values())
                        .filter(outcome ->
                                outcome.name().toLowerCase(Locale.ROOT).equals(text))
                        .findFirst()
                        .orElseThrow(() -> PlatformProblem.INVALID_PARAMETER.at(
                                "?outcome", "Write created, updated, unchanged, skipped or failed."));
    }
}
