package helpdesk.ticket.webhook;

import helpdesk.platform.inbox.Arrival;
import helpdesk.platform.persistence.Sql;
import helpdesk.ticket.TicketProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The local replica of webhooks: which there are. */
@ApplicationScoped
public class KnownWebhooks {

    private static final String FOLLOW = """
            insert into known_webhook (id, removed, sequence) values (?, ?, ?)
            on conflict (id) do update set removed = excluded.removed, sequence = excluded.sequence
            where known_webhook.sequence < excluded.sequence""";

    private final Sql sql;

    KnownWebhooks(Sql sql) {
        this.sql = sql;
    }

    /** Takes over that there is one, or none any more, unless something newer was taken over before. */
    public void follow(UUID id, boolean removed, long sequence) {
        sql.execute(FOLLOW, id, removed, sequence);
    }

    /**
     * Passes when there is such a webhook.
     *
     * @param pointer where it is named in what was sent
     * @throws helpdesk.platform.problem.Problem {@code unknown-webhook}
     */
    public void require(UUID id, String pointer) {
        if (!exists(id)) {
            throw TicketProblem.UNKNOWN_WEBHOOK.at(pointer, "There is no such webhook. See GET /api/v1/webhooks.");
        }
    }

    /** The same; one that is not known yet is waited for, at most a second. */
    public void awaitAndRequire(UUID id, String pointer) {
        Arrival.await(() -> Optional.of(id).filter(this::exists));
        require(id, pointer);
    }

    private boolean exists(UUID id) {
        return sql.first("select not removed from known_webhook where id = ?", row -> row.getBoolean(1), id)
                .orElse(false);
    }
}
