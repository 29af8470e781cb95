package helpdesk.ticket.ticketing;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.identity.CurrentActor;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.ticket.TicketProblem;
import helpdesk.ticket.agent.Agent;
import helpdesk.ticket.agent.AgentRepository;
import helpdesk.ticket.vocabulary.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Changes tickets. */
@ApplicationScoped
public class TicketService {

    private final TicketRepository tickets;
    private final TicketFiling filing;
    private final AgentRepository agents;
    private final TicketMoves moves;
    private final Incidents incidents;
    private final TicketJournal journal;
    private final CurrentActor actor;
    private final Patcher patcher;
    private final Clock clock;

    TicketService(
            TicketRepository tickets,
            TicketFiling filing,
            AgentRepository agents,
            TicketMoves moves,
            Incidents incidents,
            TicketJournal journal,
            CurrentActor actor,
            Patcher patcher,
            Clock clock) {
        this.tickets = tickets;
        this.filing = filing;
        this.agents = agents;
        this.moves = moves;
        this.incidents = incidents;
        this.journal = journal;
        this.actor = actor;
        this.patcher = patcher;
        this.clock = clock;
    }

    /**
     * Changes what the patch names: fields first, then who has it, then how it stands; a resolved ticket is opened before
     * that. All of it, or nothing.
     */
    @Transactional
    public Ticket patch(String reference, IfMatch ifMatch, MergePatch patch) {
        Ticket ticket = tickets.requireForChange(reference);
        ifMatch.requireSince(ticket.trail().writableSince(), ticket.version());
        return change(ticket, former -> patcher.apply(patch, former));
    }

    /** The same, on the word of somebody who holds the ticket already. */
    @Transactional
    public Ticket change(Ticket ticket, UnaryOperator<TicketPatch> change) {
        TicketPatch former = TicketPatch.of(ticket);
        TicketPatch changed = change.apply(former);
        Instant now = clock.instant();

        boolean moves = changed.status() != former.status();
        if (moves && former.status() == TicketStatus.RESOLVED) {
            // Only what is open may lose its assignee or its resolution.
            this.moves.move(ticket, changed.status(), "agent", now);
        }
        filing.file(ticket, former, changed, now);
        ticket.assign(agent(changed.assigneeId(), ticket.assignee()), now)
                .ifPresent(event -> journal.tell(ticket, event));
        incidents.attach(ticket, changed.problemId(), now);
        ticket.explain(changed.resolution(), now).ifPresent(event -> journal.tell(ticket, event));
        if (moves && changed.status() != ticket.status()) {
            this.moves.move(ticket, changed.status(), "agent", now);
            if (changed.status() == TicketStatus.RESOLVED) {
                incidents.resolveWith(ticket, now);
            }
        }
        return ticket;
    }

    /**
     * Takes a ticket for oneself. Of two who try at once, one has it afterwards, and the other is told who.
     *
     * @throws helpdesk.platform.problem.Problem {@code ticket-taken}, {@code ticket-closed}, {@code no-agent}
     */
    @Transactional
    Ticket claim(String reference) {
        Agent me = Optional.ofNullable(actor.accountId())
                .flatMap(agents::awaitActive)
                .orElseThrow(() -> TicketProblem.NO_AGENT.problem(
                        "You have no active agent's profile, which comes with a working role. Ask an administrator."));
        Ticket ticket = tickets.requireForChange(reference);
        TicketTransitions.requireNotClosed(ticket);
        if (ticket.assignee() != null && !ticket.assignee().equals(me)) {
            throw TicketProblem.TICKET_TAKEN
                    .problem(
                            "%s has it. Take another, or have it assigned to you.",
                            ticket.assignee().name())
                    .member("assigneeId", ticket.assignee().id().toString());
        }
        ticket.assign(me, clock.instant()).ifPresent(event -> journal.tell(ticket, event));
        return ticket;
    }

    private Agent agent(UUID id, Agent present) {
        if (id == null) {
            return null;
        }
        if (present != null && present.id().equals(id)) {
            return present;
        }
        return agents.awaitActive(id)
                .orElseThrow(() -> PlatformProblem.UNKNOWN_AGENT.at(
                        "/assigneeId", "No active agent has this id. See GET /api/v1/agents."));
    }
}
