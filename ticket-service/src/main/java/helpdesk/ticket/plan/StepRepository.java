package helpdesk.ticket.plan;

import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.persistence.Sql;
import helpdesk.ticket.TicketProblem;
import helpdesk.ticket.ticketing.TicketTold;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Where the steps of plans are kept. */
@ApplicationScoped
class StepRepository implements PanacheRepositoryBase<PlanStep, UUID> {

    private static final String WITH_OWNER = "from PlanStep s join fetch s.owner ";

    /** Nothing is left to do for what is solved. */
    private static final String TO_DO = "s.doneAt is null and not s.dropped and exists ("
            + "select 1 from Ticket t where t.id = s.ticketId and t.progress.status not in (RESOLVED, CLOSED)) ";

    private final Sql sql;
    private final Cursors cursors;

    StepRepository(Sql sql, Cursors cursors) {
        this.sql = sql;
        this.cursors = cursors;
    }

    /** Those of a ticket, in the order of their times. */
    List<PlanStep> ofTicket(UUID ticket) {
        return list(WITH_OWNER + "where s.ticketId = ?1 order by s.dueAt, s.id", ticket);
    }

    /**
     * One of a ticket.
     *
     * @throws helpdesk.platform.problem.Problem {@code step-not-found}
     */
    PlanStep require(UUID ticket, UUID id) {
        return find(WITH_OWNER + "where s.id = ?1 and s.ticketId = ?2", id, ticket)
                .firstResultOptional()
                .orElseThrow(() -> TicketProblem.STEP_NOT_FOUND.problem(
                        "The plan of this ticket has no step with this id. See GET /api/v1/tickets/{id}/plan."));
    }

    /** What somebody has to do, the most pressing first. */
    Page<OwnStepView> openOf(UUID owner, Instant now, PageRequest page) {
        String list = "plan-steps:" + owner;
        List<String> after = cursors.open(page.after(), list);
        List<PlanStep> found = (after.isEmpty()
                        ? find(WITH_OWNER + "where s.owner.id = ?1 and " + TO_DO + "order by s.dueAt, s.id", owner)
                        : find(
                                WITH_OWNER
                                        + "where s.owner.id = ?1 and " + TO_DO + "and (s.dueAt, s.id) > (?2, ?3) "
                                        + "order by s.dueAt, s.id",
                                owner,
                                Instant.parse(after.get(0)),
                                UUID.fromString(after.get(1))))
                .range(0, page.limit())
                .list();
        return Page.of(
                found,
                page.limit(),
                step -> new OwnStepView(step.ticketId(), StepView.of(step, false, now)),
                last -> cursors.seal(
                        List.of(last.data().dueAt().toString(), last.id().toString()), list));
    }

    /** Tickets to be solved with steps whose time has passed and that have not been told to be late, the longest ago first. */
    List<UUID> ticketsWithLate(Instant now, int limit) {
        return sql.list("""
                select s.ticket_id from plan_step s join ticket t on t.id = s.ticket_id
                where s.done_at is null and s.late_at is null and not s.dropped and s.due_at < ? and t.status not in ('RESOLVED', 'CLOSED')
                order by s.due_at limit ?""", row -> row.getObject(1, UUID.class), now, limit);
    }

    /** Steps that are not done are dropped when their ticket ends, and are there again when that is taken back. */
    void told(@Observes TicketTold told) {
        switch (told.cause()) {
            case "ticket.closed", "ticket.merged" -> drop(told.ticketId(), true);
            case "ticket.unmerged" -> drop(told.ticketId(), false);
            default -> {
                // It goes on.
            }
        }
    }

    private void drop(UUID ticket, boolean dropped) {
        sql.execute("update plan_step set dropped = ? where ticket_id = ? and done_at is null", dropped, ticket);
    }

    /** The same steps of some tickets. */
    List<PlanStep> late(Collection<UUID> tickets, Instant now) {
        return list(
                WITH_OWNER + "where s.ticketId in ?1 and s.doneAt is null and s.lateAt is null and s.dueAt < ?2 "
                        + "order by s.dueAt, s.id",
                tickets,
                now);
    }
}
