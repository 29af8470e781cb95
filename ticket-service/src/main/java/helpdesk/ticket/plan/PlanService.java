package helpdesk.ticket.plan;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.ticket.TicketProblem;
import helpdesk.ticket.agent.Agent;
import helpdesk.ticket.agent.AgentRepository;
import helpdesk.ticket.ticketing.PlanNews;
import helpdesk.ticket.ticketing.PlanStepData;
import helpdesk.ticket.ticketing.PlannedTickets;
import helpdesk.ticket.ticketing.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Plans what will be done about tickets that cannot be solved at once. */
@ApplicationScoped
public class PlanService {

    /** A plan of more is none that a customer follows. */
    private static final int MOST_STEPS = 20;

    private static final Duration FURTHEST = Duration.ofDays(5 * 366);

    private final StepRepository steps;
    private final PlannedTickets tickets;
    private final AgentRepository agents;
    private final Patcher patcher;
    private final Punctuality punctuality;
    private final Clock clock;

    PlanService(
            StepRepository steps,
            PlannedTickets tickets,
            AgentRepository agents,
            Patcher patcher,
            Punctuality punctuality,
            Clock clock) {
        this.steps = steps;
        this.tickets = tickets;
        this.agents = agents;
        this.patcher = patcher;
        this.punctuality = punctuality;
        this.clock = clock;
    }

    @Transactional
    PlanStep add(String reference, NewStep request) {
        Ticket ticket = tickets.hold(reference);
        Instant now = clock.instant();
        Instant dueAt = kept(request.dueAt());
        requireAhead(dueAt, now);
        if (steps.count("ticketId", ticket.id()) >= MOST_STEPS) {
            throw TicketProblem.PLAN_FULL.problem("A plan has at most 20 steps. Take one out, or put two together.");
        }
        PlanStep step =
                new PlanStep(Ids.next(), ticket.id(), request.what(), owner(request.ownerId(), ticket), dueAt, now);
        steps.persist(step);
        tickets.tell(ticket, null, step.data(), PlanNews.CHANGED);
        return step;
    }

    @Transactional
    PlanStep patch(String reference, UUID id, IfMatch ifMatch, MergePatch patch) {
        Ticket ticket = tickets.hold(reference);
        PlanStep step = steps.require(ticket.id(), id);
        ifMatch.require(step.version());
        StepPatch former = step.writable();
        StepPatch changed = patcher.apply(patch, former);
        if (changed.equals(former)) {
            return step;
        }
        requireNotDone(step);
        Instant now = clock.instant();
        tellIfLate(ticket, step, now);
        PlanStepData before = step.data();
        write(step, former, changed, now);
        boolean inTime = changed.done() && step.done(now);
        steps.flush();
        if (inTime) {
            punctuality.kept(ticket, step, before);
        } else {
            tickets.tell(ticket, before, step.data(), PlanNews.CHANGED);
        }
        return step;
    }

    /** Takes a step out of the plan; one that is done stays. */
    @Transactional
    void remove(String reference, UUID id, IfMatch ifMatch) {
        Ticket ticket = tickets.hold(reference);
        PlanStep step = steps.require(ticket.id(), id);
        ifMatch.require(step.version());
        requireNotDone(step);
        tellIfLate(ticket, step, clock.instant());
        PlanStepData before = step.data();
        steps.delete(step);
        tickets.tell(ticket, before, null, PlanNews.CHANGED);
    }

    private void write(PlanStep step, StepPatch former, StepPatch changed, Instant now) {
        Instant dueAt = kept(changed.dueAt());
        if (!dueAt.equals(former.dueAt())) {
            requireAhead(dueAt, now);
            if (changed.done()) {
                throw PlatformProblem.INVALID_REQUEST.at("/dueAt", "What is done is not moved. Leave it out.");
            }
        }
        Agent owner = changed.ownerId().equals(former.ownerId()) ? step.owner() : active(changed.ownerId());
        step.write(changed.what(), owner, dueAt, now);
    }

    /** Who changes it a moment after its time does not hide that. */
    private void tellIfLate(Ticket ticket, PlanStep step, Instant now) {
        if (step.isLate(now) && !tickets.isSolved(ticket)) {
            punctuality.late(ticket, step, now);
        }
    }

    /** As the database keeps it. */
    private static Instant kept(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    private static void requireAhead(Instant dueAt, Instant now) {
        if (!dueAt.isAfter(now) || dueAt.isAfter(now.plus(FURTHEST))) {
            throw PlatformProblem.INVALID_REQUEST.at("/dueAt", "It is in the future, and at most five years ahead.");
        }
    }

    private static void requireNotDone(PlanStep step) {
        if (step.isDone()) {
            throw TicketProblem.STEP_DONE.problem("What is done stays as it is. Plan another step.");
        }
    }

    private Agent owner(UUID id, Ticket ticket) {
        if (id != null) {
            return active(id);
        }
        return tickets.assignee(ticket)
                .orElseThrow(() ->
                        PlatformProblem.INVALID_REQUEST.at("/ownerId", "Say who does it: nobody has the ticket."));
    }

    private Agent active(UUID id) {
        return agents.awaitActive(id)
                .orElseThrow(() -> PlatformProblem.UNKNOWN_AGENT.at(
                        "/ownerId", "No active agent has this id. See GET /api/v1/agents."));
    }
}
