package helpdesk.notification.webhook;

import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What webhooks are told, and how often that was tried. */
@ApplicationScoped
class DeliveryRepository {

    /** What one request begins again. */
    static final int MOST_AT_ONCE = 10_000;

    private static final String COLUMNS =
            "id, webhook_id, event_source, event_id, type, subject, payload, state, attempts, due_at, created_at, finished_at";

    private static final String INSERT = """
            insert into webhook_delivery
                (id, webhook_id, event_source, event_id, type, subject, payload, state, attempts, tries, due_at, created_at)
            values (?, ?, ?, ?, ?, ?, ?, 'PENDING', 0, 0, ?, ?)
            on conflict do nothing""";

    /** Each webhook has places of its own: one that hangs fills them, and no others. */
    private static final String CLAIM = """
            update webhook_delivery set due_at = ?
            from (select due.id
                from unnest(?, cast(? as int[])) as place (webhook_id, free)
                cross join lateral (
                    select id from webhook_delivery
                    where webhook_id = place.webhook_id and due_at <= ?
                    order by due_at limit place.free
                    for update skip locked) as due) as claimed
            where webhook_delivery.id = claimed.id
            returning webhook_delivery.id, webhook_id, type, payload, attempts, tries""";

    private static final String BEGIN_PERIOD = """
            update webhook_delivery set state = 'PENDING', tries = 0, due_at = ?, finished_at = null
            where id = any(array(
                select id from webhook_delivery
                where webhook_id = ? and id >= ? and id < ? and state = any(?)
                order by id limit ? for update))""";

    private final Sql sql;
    private final Cursors cursors;

    DeliveryRepository(Sql sql, Cursors cursors) {
        this.sql = sql;
        this.cursors = cursors;
    }

    /** Adds deliveries, but none of an event that the webhook is told of already. */
    void add(List<Delivery> deliveries) {
        deliveries.forEach(one -> sql.execute(
                INSERT,
                one.id(),
                one.webhookId(),
                one.eventSource(),
                one.eventId(),
                one.type(),
                one.subject(),
                one.payload(),
                one.dueAt(),
                one.createdAt()));
    }

    /**
     * Takes some that are due; nobody else takes them before the end of the lease.
     *
     * @param places how many each webhook may have
     */
    List<ClaimedDelivery> claim(Map<UUID, Integer> places, Instant now, Instant leaseEnds) {
        List<Map.Entry<UUID, Integer>> free = List.copyOf(places.entrySet());
        return sql.list(
                CLAIM,
                row -> new ClaimedDelivery(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5),
                        row.getInt(6)),
                leaseEnds,
                free.stream().map(Map.Entry::getKey).toArray(UUID[]::new),
                free.stream().map(place -> place.getValue().toString()).toArray(String[]::new),
                now);
    }

    /**
     * Writes down an attempt and what follows from it.
     *
     * @param next when it is tried again; null when it is over
     * @return false when somebody else has tried meanwhile: what they found counts
     */
    boolean record(ClaimedDelivery delivery, WebhookAttempt attempt, DeliveryState state, Instant next) {
        int written = sql.execute(
                """
                update webhook_delivery
                set state = ?, attempts = attempts + 1, tries = tries + 1, due_at = ?, finished_at = ?
                where id = ? and attempts = ? and state = 'PENDING'""", state.name(), next, next == null ? attempt.end() : null, delivery.id(), delivery.attempts());
        if (written == 0) {
            return false;
        }
        sql.execute(
                "insert into webhook_attempt (delivery_id, number, at, outcome, status, millis) values (?, ?, ?, ?, ?, ?)",
                delivery.id(),
                delivery.attempts() + 1,
                attempt.at(),
                attempt.answer().outcome().name(),
                attempt.answer().status(),
                attempt.millis());
        return true;
    }

    /** The webhook has taken nothing since then, if it did before. */
    void failing(UUID webhook, Instant since) {
        sql.execute("update webhook set failing_since = ? where id = ? and failing_since is null", since, webhook);
    }

    /** The webhook takes what it gets. */
    void forgetFailures(UUID webhook) {
        sql.execute("update webhook set failing_since = null where id = ? and failing_since is not null", webhook);
    }

    /** Begins one again. */
    boolean begin(UUID webhook, UUID delivery, Instant now) {
        return sql.execute("""
                        update webhook_delivery set state = 'PENDING', tries = 0, due_at = ?, finished_at = null
                        where id = ? and webhook_id = ?""", now, delivery, webhook) == 1;
    }

    /** Begins those of a period again, the oldest first, at most {@value #MOST_AT_ONCE}. */
    int begin(UUID webhook, RedeliverPeriod period, Instant now) {
        return sql.execute(
                BEGIN_PERIOD,
                now,
                webhook,
                Ids.firstAt(period.from()),
                Ids.firstAt(period.to()),
                period.states().stream().map(Enum::name).toArray(String[]::new),
                MOST_AT_ONCE);
    }

    /** Those of a webhook, the newest first. */
    Page<DeliveryView> page(UUID webhook, Set<DeliveryState> states, PageRequest page) {
        String list = "webhook-deliveries " + webhook + " " + new TreeSet<>(states);
        List<String> after = cursors.open(page.after(), list);
        Set<DeliveryState> wanted = states.isEmpty() ? EnumSet.allOf(DeliveryState.class) : states;
        List<Delivery> found = sql.search(
                "select " + COLUMNS + " from webhook_delivery where webhook_id = ? and state = any(?)"
                        + " and (cast(? as uuid) is null or id < ?) order by id desc limit ?",
                DeliveryRepository::read,
                webhook,
                wanted.stream().map(Enum::name).toArray(String[]::new),
                after.isEmpty() ? null : UUID.fromString(after.getFirst()),
                after.isEmpty() ? null : UUID.fromString(after.getFirst()),
                page.limitPlusOne());
        return Page.of(
                found,
                page.limit(),
                DeliveryView::of,
                last -> cursors.seal(List.of(last.id().toString()), list));
    }

    Optional<Delivery> find(UUID webhook, UUID delivery) {
        return sql.first(
                "select " + COLUMNS + " from webhook_delivery where id = ? and webhook_id = ?",
                DeliveryRepository::read,
                delivery,
                webhook);
    }

    /** How one was tried, the first attempt first. */
    List<WebhookAttemptView> attempts(UUID delivery) {
        return sql.list(
                "select number, at, outcome, status, millis from webhook_attempt where delivery_id = ? order by number",
                row -> new WebhookAttemptView(
                        row.getInt(1),
                        time(row, 2),
                        WebhookOutcome.valueOf(row.getString(3)),
                        row.getObject(4, Integer.class),
                        row.getInt(5)),
                delivery);
    }

    private static Delivery read(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                DeliveryState.valueOf(row.getString(8)),
                row.getInt(9),
                time(row, 10),
                time(row, 11),
                time(row, 12));
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
