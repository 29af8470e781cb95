package helpdesk.ticket.story;

import helpdesk.platform.persistence.Sql;
import helpdesk.ticket.conversation.CommentRepository;
import helpdesk.ticket.plan.PlanQuery;
import helpdesk.ticket.ticketing.TicketQuery;
import helpdesk.ticket.ticketing.TicketView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Tells the story of tickets. */
@ApplicationScoped
public class StoryQuery {

    /** A ticket climbs twice; this is for those of long ago that climbed again. */
    private static final String ESCALATIONS = """
            select t.at, t.from_value, t.to_value, t.actor, r.to_value ->> 0
            from (select * from ticket_change
                  where ticket_id = ? and field = 'tier' and cause = 'ticket.escalated' order by version limit 20) t
            left join ticket_change r on r.ticket_id = t.ticket_id and r.version = t.version and r.field = 'escalation'
            order by t.version""";

    private final TicketQuery tickets;
    private final CommentRepository comments;
    private final PlanQuery plans;
    private final Sql sql;

    StoryQuery(TicketQuery tickets, CommentRepository comments, PlanQuery plans, Sql sql) {
        this.tickets = tickets;
        this.comments = comments;
        this.plans = plans;
        this.sql = sql;
    }

    /**
     * The story of the ticket with this id or number.
     *
     * @throws helpdesk.platform.problem.Problem {@code ticket-not-found}
     */
    StoryView tell(String reference) {
        TicketView ticket = tickets.read(reference);
        return new StoryView(ticket, comments.summary(ticket.id()), escalations(ticket.id()), plans.plan(reference));
    }

    private List<StoryView.EscalationView> escalations(UUID ticket) {
        return sql.list(
                ESCALATIONS,
                row -> new StoryView.EscalationView(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        Integer.parseInt(row.getString(2)),
                        Integer.parseInt(row.getString(3)),
                        row.getString(4),
                        row.getString(5)),
                ticket);
    }
}
