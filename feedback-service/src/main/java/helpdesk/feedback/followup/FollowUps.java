package helpdesk.feedback.followup;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What became of unhappy answers (practice 31). */
@ApplicationScoped
public class FollowUps {

    private static final String REPORT = """
            insert into follow_up (response_id, ticket_id, score, agent_id, agent_name, team, category, channel, reported_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (response_id) do nothing""";

    private static final String OPENED = """
            update follow_up set follow_up_ticket_id = ?, opened_at = ?
            where response_id = ? and follow_up_ticket_id is null""";

    private static final String RESOLVED = """
            update follow_up set resolved_at = ? where follow_up_ticket_id = ? and (resolved_at is null or resolved_at < ?)""";

    private static final String REOPENED = "update follow_up set resolved_at = null where follow_up_ticket_id = ?";

    private static final String ANSWERED = """
            update follow_up set second_response_id = ?, second_score = ?, second_at = ? where follow_up_ticket_id = ?""";

    private static final String PAGE = """
            select response_id, ticket_id, score, agent_id, reported_at, follow_up_ticket_id, opened_at, resolved_at,
                second_response_id, second_score, second_at
            from follow_up
            where (cast(? as timestamptz) is null or (reported_at, response_id) < (?, ?))
                and (cast(? as text) is null or case
                    when second_score is not null then 'answered'
                    when resolved_at is not null then 'resolved'
                    else 'open' end = ?)
            order by reported_at desc, response_id desc limit ?""";

    private final Sql sql;

    FollowUps(Sql sql) {
        this.sql = sql;
    }

    /** An answer was an unhappy one. */
    public void report(UnhappyAnswer answer) {
        sql.execute(
                REPORT,
                answer.responseId(),
                answer.ticketId(),
                answer.score(),
                answer.agentId(),
                answer.agentName(),
                answer.team(),
                answer.category(),
                answer.channel(),
                answer.reportedAt());
    }

    /** There is a second answer, after the ticket that followed; nothing happens when the ticket followed nothing. */
    public void answerAgain(UUID ticket, UUID response, Integer score, Instant at) {
        if (ticket != null && score != null) {
            sql.execute(ANSWERED, response, score, at, ticket);
        }
    }

    void opened(UUID response, UUID ticket, Instant at) {
        sql.execute(OPENED, ticket, at, response);
    }

    void resolved(UUID ticket, Instant at) {
        sql.execute(RESOLVED, at, ticket, at);
    }

    void reopened(UUID ticket) {
        sql.execute(REOPENED, ticket);
    }

    /**
     * The newest first.
     *
     * @param state only those, by its name on the wire; null for all
     * @param before only those reported before this one, and of those reported at the same time those with a smaller id; null for the
     *     beginning
     */
    List<FollowUpView> page(String state, Instant before, UUID smaller, int limit) {
        return sql.list(PAGE, FollowUps::read, before, before, smaller, state, state, limit);
    }

    private static FollowUpView read(ResultSet row) throws SQLException {
        int second = row.getInt(10);
        Integer secondScore = row.wasNull() ? null : second;
        Instant resolvedAt = instant(row, 8);
        return new FollowUpView(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getInt(3),
                row.getObject(4, UUID.class),
                instant(row, 5),
                FollowUpState.of(resolvedAt, secondScore),
                row.getObject(6, UUID.class),
                instant(row, 7),
                resolvedAt,
                row.getObject(9, UUID.class),
                secondScore,
                instant(row, 11));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
