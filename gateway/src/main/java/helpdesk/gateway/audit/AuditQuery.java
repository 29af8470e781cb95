package helpdesk.gateway.audit;

import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the audit log, and sees whether anybody changed it. */
@ApplicationScoped
@Transactional
class AuditQuery {

    private static final int SLICE = 1_000;

    /** So many are looked at for one request. */
    private static final int MOST_CHECKED = 100_000;

    private static final String FROM =
            "select " + AuditEntry.COLUMNS + " from audit_entry where number >= ? order by number limit ?";

    private final Sql sql;
    private final AuditLog log;
    private final Cursors cursors;

    AuditQuery(Sql sql, AuditLog log, Cursors cursors) {
        this.sql = sql;
        this.log = log;
        this.cursors = cursors;
    }

    /** The entries that fit, the newest first. */
    Page<AuditEntry> list(AuditFilter filter, PageRequest page) {
        String list = "audit " + filter.key();
        List<String> after = cursors.open(page.after(), list);
        List<Object> values = new ArrayList<>();
        StringBuilder conditions = new StringBuilder("true");
        filter.conditions().forEach((condition, value) -> {
            conditions.append(" and ").append(condition);
            values.add(value);
        });
        if (!after.isEmpty()) {
            conditions.append(" and number < ?");
            values.add(Long.valueOf(after.getFirst()));
        }
        values.add(page.limitPlusOne());
        return Page.of(
                sql.search(
                        "select " + AuditEntry.COLUMNS + " from audit_entry where " + conditions
                                + " order by number desc limit ?",
                        AuditEntry::read,
                        values.toArray()),
                page.limit(),
                Function.identity(),
                last -> cursors.seal(List.of(Long.toString(last.number())), list));
    }

    /** Looks at each entry from this number on, up to 100,000 of them. */
    AuditVerification verify(long from) {
        long number = from;
        String previous = from == 1 ? AuditEntry.NONE : null;
        while (number < from + MOST_CHECKED) {
            List<AuditEntry> slice = sql.list(FROM, AuditEntry::read, number, SLICE);
            for (AuditEntry entry : slice) {
                Optional<String> fault = fault(entry, number, previous);
                if (fault.isPresent()) {
                    return AuditVerification.broken(from, number, fault.get());
                }
                previous = entry.hash();
                number++;
            }
            if (slice.size() < SLICE) {
                return AuditVerification.intact(from, number - 1, null, log.last());
            }
        }
        return AuditVerification.intact(from, number - 1, number, log.last());
    }

    private Optional<String> fault(AuditEntry entry, long number, String previous) {
        if (entry.number() != number) {
            return Optional.of("It is missing.");
        }
        if (previous != null && !previous.equals(entry.previous())) {
            return Optional.of("It does not follow the entry before it.");
        }
        if (!entry.expectedHash().equals(entry.hash())) {
            return Optional.of("It was changed: its hash is of another text.");
        }
        return MessageDigest.isEqual(log.seal(entry.hash()), entry.seal())
                ? Optional.empty()
                : Optional.of("It was not written with this installation's HELPDESK_SECRET.");
    }
}
