package helpdesk.notification.webhook;

import helpdesk.platform.paging.Cursors;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** What webhooks are told, and how often that was tried. */
@ApplicationScoped
class DeliveryRepository {

    /** What one request begins again. */
    static final int MOST_AT_ONCE = 10_000;

    /** Rows of one statement. */
    private static final int ROWS_AT_ONCE = 200;

    private static final String INSERT = """
            insert into webhook_delivery
                (id, webhook_id, event_source, event_id, type, subject, payload, state, attempts, tries, due_at, created_at)
            select id, webhook_id, event_source, event_id, type, subject, payload, 'PENDING', 0, 0, now, now
            from unnest(?, ?, ?, ?, ?, ?, ?, cast(? as timestamptz[]))
                as fresh (id, webhook_id, event_source, event_id, type, subject, payload, now)
            on conflict do nothing""";

    /** Each webhook has places of its own: one that hangs fills them, and no others. */
    private static final String CLAIM = """
            update webhook_delivery
            set leased_until = now() + interval '1 minute', attempts = attempts + 1, tries = tries + 1
            where id = any(array(
                select due.id
                from unnest(?, cast(? as int[])) as place (webhook_id, free)
                cross join lateral (
                    select id from webhook_delivery
                    where webhook_id = place.webhook_id and due_at <= ?
                        and (leased_until is null or leased_until < now())
                    order by due_at limit place.free
                    for update skip locked) as due))
            returning id, webhook_id, payload, attempts, tries""";

    /** Unless it went meanwhile, because it told of somebody who is forgotten. */
    private static final String LOG = """
            insert into webhook_attempt (delivery_id, number, at, outcome, status, millis)
            select id, ?, ?, ?, cast(? as int), ? from webhook_delivery where id = ? for key share
            on conflict do nothing""";

    /** That it was taken counts, whatever another attempt found; and the webhook is well again. */
    private static final String TAKEN = """
            with well as (
                update webhook set failing_since = null, version = version + 1
                where id = ? and failing_since <= ?)
            update webhook_delivery set state = 'DELIVERED', due_at = null, leased_until = null, finished_at = ?
            where id = ? and state <> 'DELIVERED'""";

    /** What failed counts when nobody has tried it since, and nobody has asked for it anew. */
    private static final String NOT_TAKEN = """
            update webhook_delivery set state = ?, due_at = ?, leased_until = null, finished_at = ?
            where id = ? and attempts = ? and tries = ? and state = 'PENDING'""";

    private static final String GIVE_BACK = """
            update webhook_delivery set leased_until = null, attempts = attempts - ?, tries = greatest(0, tries - ?)
            where id = ? and attempts = ? and state = 'PENDING'""";

    private static final String BEGIN = """
            update webhook_delivery set state = 'PENDING', tries = 0, due_at = ?, finished_at = null
            where id = any(?) and webhook_id = ?""";

    private static final String OF_PERIOD = """
            select id from webhook_delivery
            where webhook_id = ? and id >= ? and id < ? and (cast(? as uuid) is null or id > ?) and state = any(?)
            order by id limit ? for update""";

    private final Sql sql;
    private final Cursors cursors;

    DeliveryRepository(Sql sql, Cursors cursors) {
        this.sql = sql;
        this.cursors = cursors;
    }

    /** Adds deliveries, but none of an event that the webhook is told of already. */
    void add(List<Delivery> deliveries) {
        for (int begin = 0; begin < deliveries.size(); begin += ROWS_AT_ONCE) {
            List<Delivery> some = deliveries.subList(begin, Math.min(begin + ROWS_AT_ONCE, deliveries.size()));
            sql.execute(
                    INSERT,
                    some.stream().map(Delivery::id).toArray(UUID[]::new),
                    some.stream().map(Delivery::webhookId).toArray(UUID[]::new),
                    texts(some, Delivery::eventSource),
                    texts(some, Delivery::eventId),
                    texts(some, Delivery::type),
                    texts(some, Delivery::subject),
                    texts(some, Delivery::payload),
                    texts(some, one -> one.createdAt().toString()));
        }
    }

    /**
     * Takes some that are due, each as another attempt: a process that dies of one does not try it for ever. Nobody else takes
     * them for a minute.
     *
     * @param places how many each webhook may have
     */
    List<ClaimedDelivery> claim(Map<UUID, Integer> places, Instant now) {
        List<Map.Entry<UUID, Integer>> free = List.copyOf(places.entrySet());
        return sql.list(
                CLAIM,
                row -> new ClaimedDelivery(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getInt(4),
                        row.getInt(5)),
                free.stream().map(Map.Entry::getKey).toArray(UUID[]::new),
                free.stream().map(place -> place.getValue().toString()).toArray(String[]::new),
                now);
    }

    /** Writes down that it was taken. */
    void taken(ClaimedDelivery delivery, WebhookAttempt attempt) {
        log(delivery, attempt);
        sql.execute(TAKEN, delivery.webhookId(), attempt.end(), attempt.end(), delivery.id());
    }

    /**
     * Writes down that it was not taken.
     *
     * @param next when it is tried again; null when it is given up
     */
    void notTaken(ClaimedDelivery delivery, WebhookAttempt attempt, Instant next) {
        log(delivery, attempt);
        int written = sql.execute(
                NOT_TAKEN,
                (next == null ? DeliveryState.FAILED : DeliveryState.PENDING).name(),
                next,
                next == null ? attempt.end() : null,
                delivery.id(),
                delivery.attempts(),
                delivery.tries());
        if (written == 0) {
            sql.execute(GIVE_BACK, 0, 0, delivery.id(), delivery.attempts());
        }
    }

    /** Gives it back as if it had not been tried. */
    void giveBack(ClaimedDelivery delivery) {
        sql.execute(GIVE_BACK, 1, 1, delivery.id(), delivery.attempts());
    }

    /** The webhook has taken nothing since then, if it did before. */
    void failing(UUID webhook, Instant since) {
        sql.execute(
                "update webhook set failing_since = ?, version = version + 1 where id = ? and failing_since is null",
                since,
                webhook);
    }

    /** Whatever failed before does not count any more. */
    void forgetFailures(UUID webhook) {
        sql.execute("update webhook set failing_since = null where id = ?", webhook);
    }

    /** Begins one again. What is under way goes on, and is tried again if it fails. */
    boolean begin(UUID webhook, UUID delivery, Instant now) {
        return sql.execute(BEGIN, now, new UUID[] {delivery}, webhook) == 1;
    }

    /** Begins those of a period again, the oldest first, at most {@value #MOST_AT_ONCE}. */
    RedeliveredView begin(UUID webhook, RedeliverPeriod period, Instant now) {
        String list = "redeliveries " + webhook;
        List<String> after = cursors.open(period.after(), list);
        UUID behind = after.isEmpty() ? null : UUID.fromString(after.getFirst());
        List<UUID> found = sql.search(
                OF_PERIOD,
                row -> row.getObject(1, UUID.class),
                webhook,
                Ids.firstAt(period.from()),
                Ids.firstAt(period.to()),
                behind,
                behind,
                period.states().stream().map(Enum::name).toArray(String[]::new),
                MOST_AT_ONCE);
        if (!found.isEmpty()) {
            sql.execute(BEGIN, now, found.toArray(UUID[]::new), webhook);
        }
        return new RedeliveredView(
                found.size(),
                found.size() < MOST_AT_ONCE
                        ? null
                        : cursors.seal(List.of(found.getLast().toString()), list));
    }

    private void log(ClaimedDelivery delivery, WebhookAttempt attempt) {
        sql.execute(
                LOG,
                delivery.attempts(),
                attempt.at(),
                attempt.answer().outcome().name(),
                attempt.answer().status(),
                attempt.millis(),
                delivery.id());
    }

    private static String[] texts(List<Delivery> deliveries, Function<Delivery, String> part) {
        return deliveries.stream().map(part).toArray(String[]::new);
    }
}
