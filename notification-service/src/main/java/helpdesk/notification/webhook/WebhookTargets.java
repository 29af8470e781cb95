package helpdesk.notification.webhook;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The webhooks as those need them who send. */
@ApplicationScoped
class WebhookTargets {

    private final Sql sql;

    WebhookTargets(Sql sql) {
        this.sql = sql;
    }

    /** Where those are that are enabled. */
    List<WebhookTarget> enabled() {
        return sql.list(
                """
                select id, url, secret, former_secret, former_secret_until, failing_since
                from webhook where enabled order by id""",
                row -> new WebhookTarget(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        new WebhookSecret(row.getString(3)),
                        Optional.ofNullable(row.getString(4)).map(WebhookSecret::new),
                        time(row, 5),
                        time(row, 6)));
    }

    /** Which events all of them want. */
    List<WebhookInterest> interests() {
        return sql.list("select id, enabled, listening_since, events from webhook order by id", row -> {
            String[] events = (String[]) row.getArray(4).getArray();
            return new WebhookInterest(
                    row.getObject(1, UUID.class),
                    row.getBoolean(2),
                    time(row, 3),
                    Arrays.stream(events).map(EventPattern::new).toList());
        });
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
