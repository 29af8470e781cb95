package helpdesk.notification.capacity;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Places that are kept for those who have not decided yet. A hold counts in the ledger as a booking does; who deletes its row
 * either takes its place over or gives it back, and nobody else can.
 */
@ApplicationScoped
public class SlotHolds {

    private static final String KEEP = """
            insert into callback_hold (id, group_name, slot_start, slot_end, held_by, expires_at) values (?, ?, ?, ?, ?, ?)""";

    private static final String COLUMNS = "id, group_name, slot_start, slot_end, expires_at";

    private static final String TAKE_OVER =
            "delete from callback_hold where id = ? and held_by = ? and expires_at > ? returning " + COLUMNS;

    private static final String END = "delete from callback_hold where id = ? and held_by = ? returning " + COLUMNS;

    private static final String END_OVER = """
            with over as (
                select id from callback_hold where expires_at <= ? order by expires_at limit ? for update skip locked)
            delete from callback_hold where id in (select id from over) returning\s""" + COLUMNS;

    private final Sql sql;
    private final SlotLedger ledger;
    private final Clock clock;

    SlotHolds(Sql sql, SlotLedger ledger, Clock clock) {
        this.sql = sql;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Keeps a place that was taken in the ledger. */
    void keep(SlotHold hold, String by) {
        sql.execute(
                KEEP, hold.id(), hold.group(), hold.slot().start(), hold.slot().end(), by, hold.expiresAt());
    }

    /** Ends the hold; its place is the caller's. Empty when there is none, it is somebody else's, or it is over. */
    public Optional<SlotHold> takeOver(UUID id, String by) {
        return sql.first(TAKE_OVER, SlotHolds::read, id, by, clock.instant());
    }

    /** Ends the hold and gives its place back; false when there is none or it is somebody else's. */
    boolean giveBack(UUID id, String by) {
        Optional<SlotHold> hold = sql.first(END, SlotHolds::read, id, by);
        hold.ifPresent(ended -> ledger.release(ended.group(), ended.slot().start()));
        return hold.isPresent();
    }

    /** Gives back the places of holds that are over, some at once, none that another process works on; tells how many. */
    int giveBackOver(int limit) {
        List<SlotHold> over = sql.list(END_OVER, SlotHolds::read, clock.instant(), limit);
        over.stream()
                .sorted(Comparator.comparing(SlotHold::group)
                        .thenComparing(hold -> hold.slot().start()))
                .forEach(hold -> ledger.release(hold.group(), hold.slot().start()));
        return over.size();
    }

    private static SlotHold read(ResultSet row) throws SQLException {
        return new SlotHold(
                row.getObject(1, UUID.class),
                row.getString(2),
                new Slot(moment(row, 3), moment(row, 4)),
                moment(row, 5));
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
