package helpdesk.notification.webhook;

import helpdesk.notification.NotificationProblem;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Reads what webhooks were told. */
@ApplicationScoped
@Transactional
class DeliveryQuery {

    private static final String PAGE = """
            select id, type, event_source, event_id, subject, state, attempts, due_at, created_at, finished_at
            from webhook_delivery
            where webhook_id = ? and state = any(?) and (cast(? as uuid) is null or id < ?) order by id desc limit ?""";

    private static final String ONE = """
            select id, type, event_source, event_id, subject, state, attempts, due_at, created_at, finished_at, payload
            from webhook_delivery where id = ? and webhook_id = ?""";

    private final WebhookService webhooks;
    private final Sql sql;
    private final Cursors cursors;

    DeliveryQuery(WebhookService webhooks, Sql sql, Cursors cursors) {
        this.webhooks = webhooks;
        this.sql = sql;
        this.cursors = cursors;
    }

    /**
     * Those of a webhook, the newest first.
     *
     * @throws helpdesk.platform.problem.Problem {@code webhook-not-found}
     */
    Page<DeliveryView> list(UUID id, Set<DeliveryState> states, PageRequest page) {
        UUID webhook = webhooks.require(id).id();
        String list = "webhook-deliveries " + webhook + " " + new TreeSet<>(states);
        List<String> after = cursors.open(page.after(), list);
        UUID olderThan = after.isEmpty() ? null : UUID.fromString(after.getFirst());
        Set<DeliveryState> wanted = states.isEmpty() ? EnumSet.allOf(DeliveryState.class) : states;
        List<DeliveryView> found = sql.search(
                PAGE,
                DeliveryQuery::read,
                webhook,
                wanted.stream().map(Enum::name).toArray(String[]::new),
                olderThan,
                olderThan,
                page.limitPlusOne());
        return Page.of(
                found,
                page.limit(),
                view -> view,
                last -> cursors.seal(List.of(last.id().toString()), list));
    }

    /**
     * One delivery.
     *
     * @throws helpdesk.platform.problem.Problem {@code webhook-not-found} or {@code webhook-delivery-not-found}
     */
    DeliveryDetailView read(UUID webhook, UUID id) {
        return sql.first(
                        ONE,
                        row -> new DeliveryDetailView(read(row), row.getString(11), attempts(id)),
                        id,
                        webhooks.require(webhook).id())
                .orElseThrow(() -> NotificationProblem.WEBHOOK_DELIVERY_NOT_FOUND.problem(
                        "Check both ids. Deliveries are kept for 30 days."));
    }

    /** How one was tried, the first attempt first. */
    private List<WebhookAttemptView> attempts(UUID delivery) {
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

    private static DeliveryView read(ResultSet row) throws SQLException {
        return new DeliveryView(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                DeliveryState.valueOf(row.getString(6)),
                row.getInt(7),
                time(row, 8),
                time(row, 9),
                time(row, 10));
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
