package helpdesk.customer.reward;

import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What may be rewarded: written down with the event that tells it, and settled once it is known whose it was. */
@ApplicationScoped
class RewardClaims {

    private static final String INSERT = """
            insert into reward_claim (id, issue_on, cause, customer_id, ticket_id, survey_id, ticket_type, event_id,
                correlation_id, traceparent, claimed_at)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
            where exists (select 1 from reward_program where active and issue_on = ?)
            on conflict (issue_on, cause) do update set ticket_type = excluded.ticket_type""";

    private static final String OLDEST_CLEAR = """
            select claim.id, claim.issue_on, claim.cause, coalesce(customer.id, link.customer_id), claim.ticket_id, claim.survey_id,
                claim.ticket_type, claim.event_id, claim.correlation_id, claim.traceparent
            from reward_claim claim
            left join customer on customer.id = claim.customer_id
            left join ticket_customer link on link.ticket_id = claim.ticket_id
            where coalesce(customer.id, link.customer_id) is not null
            order by claim.claimed_at limit 1
            for update of claim skip locked""";

    private final Sql sql;
    private final Clock clock;

    RewardClaims(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Writes it down, unless nobody is rewarded for such things. */
    void add(IssueOn happening, UUID cause, UUID customer, UUID ticket, UUID survey, String type, IncomingEvent event) {
        if (cause == null || customer == null && ticket == null) {
            return;
        }
        sql.execute(
                INSERT,
                Ids.next(),
                happening.name(),
                cause,
                customer,
                ticket,
                survey,
                type,
                event.id(),
                event.correlationId(),
                event.traceParent(),
                clock.instant(),
                happening.name());
    }

    /** The oldest of which it is known whose it is, held until the end of the transaction; empty when there is none. */
    List<RewardClaim> holdOldest() {
        return sql.list(
                OLDEST_CLEAR,
                row -> new RewardClaim(
                        row.getObject(1, UUID.class),
                        IssueOn.valueOf(row.getString(2)),
                        row.getObject(3, UUID.class),
                        row.getObject(4, UUID.class),
                        row.getObject(5, UUID.class),
                        row.getObject(6, UUID.class),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10)));
    }

    void remove(RewardClaim claim) {
        sql.execute("delete from reward_claim where id = ?", claim.id());
    }

    /** Of which nobody learned in all that time whose they were. */
    void forget(Instant before) {
        sql.execute("delete from reward_claim where claimed_at < ?", before);
    }
}
