package helpdesk.customer.privacy;

import helpdesk.customer.profile.Customer;
import helpdesk.customer.segment.SegmentMembers;
import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.erasure.Eraser;
import helpdesk.platform.erasure.ErasureOutcome;
import helpdesk.platform.erasure.ErasureRequest;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.succession.Successions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Erases what this service holds on a person. An empty profile stays, so that what others keep has somebody it was of. */
@ApplicationScoped
class CustomerEraser implements Eraser {

    private static final int ROWS_AT_ONCE = 5_000;
    private static final int MOST_SLICES = 100_000;

    /** By the plural of what it is in receipts: what goes as a whole, and how it is found by the ids of the person. */
    private static final Map<String, String> ROWS = Map.ofEntries(
            Map.entry("timelineEntries", "timeline_entry where customer_id = any(?)"),
            Map.entry("notes", "customer_note where customer_id = any(?)"),
            Map.entry("identityChanges", "identity_change where customer_id = any(?)"),
            Map.entry("identityMoves", "identity_change where other_id = any(?)"),
            Map.entry("consentChanges", "consent_change where customer_id = any(?)"),
            Map.entry("rewardClaims", "reward_claim where customer_id = any(?)"),
            Map.entry("ownedRewardClaims", "reward_claim where owner_id = any(?)"),
            Map.entry("milestones", "milestone where customer_id = any(?)"),
            Map.entry("subscriptions", "subscription where customer_id = any(?)"),
            Map.entry("visits", "visit where customer_id = any(?)"),
            Map.entry("lapses", "lapse where customer_id = any(?)"),
            Map.entry("eventLinks", "event_customer where customer_id = any(?)"),
            Map.entry("duplicateKeys", "duplicate_key where customer_id = any(?)"),
            Map.entry("suggestionsWithLater", "duplicate_suggestion where first_id = any(?)"),
            Map.entry("suggestionsWithEarlier", "duplicate_suggestion where second_id = any(?)"),
            Map.entry("merges", "customer_merge where survivor_id = any(?)"),
            Map.entry("mergesIntoOthers", "customer_merge where duplicate_id = any(?)"));

    /** Last of all: they say which tickets were the person's. */
    private static final String TICKET_LINKS = "ticket_customer where customer_id = any(?)";

    private static final String FORGET = """
            update customer
            set name = ?, preferred_name = null, pronunciation = null, languages = '{}', time_zone = null, birthday = null,
                culture_notes = null, accessibility_needs = null, organization_id = null, account_manager_id = null,
                preferred_channel = null,
                custom_fields = '{}', consents = '[]', erased_at = ?, updated_at = ?, version = version + 1
            where id = any(?) and erased_at is null""";

    private final Successions successions;
    private final ErasedSubjects subjects;
    private final ErasureService erasures;
    private final SegmentMembers segments;
    private final Sql sql;
    private final Clock clock;

    CustomerEraser(
            Successions successions,
            ErasedSubjects subjects,
            ErasureService erasures,
            SegmentMembers segments,
            Sql sql,
            Clock clock) {
        this.successions = successions;
        this.subjects = subjects;
        this.erasures = erasures;
        this.segments = segments;
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public ErasureOutcome erase(ErasureRequest request) {
        Set<UUID> kin = new LinkedHashSet<>(request.subjects());
        kin.addAll(QuarkusTransaction.requiringNew().call(() -> successions.kin(request.subjectId())));
        UUID[] ids = kin.toArray(UUID[]::new);
        // Written down before the links go: a process that dies in between finds them again.
        List<UUID> tickets = QuarkusTransaction.requiringNew().call(() -> {
            List<UUID> linked = sql.list(
                    "select ticket_id from ticket_customer where customer_id = any(?)",
                    row -> row.getObject(1, UUID.class),
                    (Object) ids);
            subjects.add(linked);
            return erasures.include(request.requestId(), linked);
        });
        Map<String, Long> erased = new HashMap<>();
        erased.put("profiles", QuarkusTransaction.requiringNew().call(() -> forget(ids)));
        erased.put(
                "segmentMemberships",
                QuarkusTransaction.requiringNew().call(() -> segments.forget(kin, clock.instant())));
        erased.put("waitingEntries", delete("timeline_pending where ticket_id = any(?)", tickets.toArray(UUID[]::new)));
        ROWS.forEach((what, rows) -> erased.put(what, delete(rows, ids)));
        erased.put("ticketLinks", delete(TICKET_LINKS, ids));
        erased.values().removeIf(count -> count == 0);
        return new ErasureOutcome(erased, tickets);
    }

    private long forget(UUID... ids) {
        sql.execute("delete from customer_identity where customer_id = any(?)", (Object) ids);
        // What was drawn can still be checked: an entry tells nothing of whose it was.
        sql.execute(
                "delete from draw_entry using draw where draw.id = draw_id and drawn_at is null and customer_id = any(?)",
                (Object) ids);
        sql.execute(
                "update draw_entry set customer_id = null, origin_id = null where customer_id = any(?)", (Object) ids);
        sql.execute("update customer_import_row set customer_id = null where customer_id = any(?)", (Object) ids);
        sql.execute("update coupon set reason = null, reference = null where customer_id = any(?)", (Object) ids);
        return sql.execute(FORGET, Customer.ERASED_NAME, clock.instant(), clock.instant(), ids);
    }

    private long delete(String rows, UUID... ids) {
        String table = rows.substring(0, rows.indexOf(' '));
        String statement = "delete from %s where ctid = any(array(select ctid from %s limit %d))"
                .formatted(table, rows, ROWS_AT_ONCE);
        long all = 0;
        for (int slice = 0; slice < MOST_SLICES; slice++) {
            int deleted = QuarkusTransaction.requiringNew().call(() -> sql.execute(statement, (Object) ids));
            all += deleted;
            if (deleted < ROWS_AT_ONCE) {
                break;
            }
        }
        return all;
    }
}
