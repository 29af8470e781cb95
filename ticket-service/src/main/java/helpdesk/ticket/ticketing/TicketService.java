package helpdesk.ticket.ticketing;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Patcher;
import helpdesk.ticket.TicketProblem;
import helpdesk.ticket.agent.Agent;
import helpdesk.ticket.agent.AgentRepository;
import helpdesk.ticket.servicelevel.ServiceLevels;
import helpdesk.ticket.vocabulary.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Changes tickets. */
@ApplicationScoped
public class TicketService {

    private final TicketRepository tickets;
    private final AgentRepository agents;
    private final ServiceLevels serviceLevels;
    private final TicketJournal journal;
    private final Patcher patcher;
    private final Clock clock;

    TicketService(
            TicketRepository tickets,
            AgentRepository agents,
            ServiceLevels serviceLevels,
            TicketJournal journal,
            Patcher patcher,
            Clock clock) {
        this.tickets = tickets;
        this.agents = agents;
        this.serviceLevels = serviceLevels;
        this.journal = journal;
        this.patcher = patcher;
        this.clock = clock;
    }

    /**
     * Changes what the patch names: fields first, then who has it, then how it stands; a resolved ticket is opened before
     * that. All of it, or nothing.
     */
    @Transactional
    Ticket patch(String reference, IfMatch ifMatch, MergePatch patch) {
        Ticket ticket = tickets.requireForChange(reference);
        ifMatch.requireSince(ticket.trail().writableSince(), ticket.version());
        TicketPatch former = TicketPatch.of(ticket);
        TicketPatch changed = patcher.apply(patch, former);
        Instant now = clock.instant();

        boolean moves = changed.status() != former.status();
        if (moves && former.status() == TicketStatus.RESOLVED) {
            // Only what is open may lose its assignee or its resolution.
            move(ticket, changed.status(), "agent", now);
        }
        ticket.rewrite(changed.content(), now).ifPresent(event -> journal.tell(ticket, event));
        ticket.assign(agent(changed.assigneeId(), ticket.assignee()), now)
                .ifPresent(event -> journal.tell(ticket, event));
        ticket.explain(changed.resolution(), now).ifPresent(event -> journal.tell(ticket, event));
        if (moves && changed.status() != ticket.status()) {
            move(ticket, changed.status(), "agent", now);
        }
        return ticket;
    }

    /** Hands a ticket to the next tier. */
    @Transactional
    Ticket escalate(String reference, String reason) {
        Ticket ticket = tickets.requireForChange(reference);
        journal.tell(ticket, ticket.escalate(reason, clock.instant()));
        return ticket;
    }

    /** Moves a ticket, and its clocks with it. */
    void move(Ticket ticket, TicketStatus target, String by, Instant now) {
        boolean reopens = ticket.status() == TicketStatus.RESOLVED;
        journal.tell(ticket, ticket.moveTo(target, by, now));
        switch (target) {
            case PENDING -> serviceLevels.paused(ticket.id(), now);
            case RESOLVED -> serviceLevels.resolved(ticket.id(), now);
            case OPEN, ON_HOLD -> {
                serviceLevels.resumed(ticket.id(), now);
                if (reopens) {
                    serviceLevels.reopened(ticket.id(), now);
                }
            }
            case NEW, CLOSED -> throw new IllegalStateException("Nobody moves a ticket to " + target);
        }
    }

    private Agent agent(UUID id, Agent present) {
        if (id == null) {
            return null;
        }
        if (present != null && present.id().equals(id)) {
            return present;
        }
        return agents.awaitActive(id)
                .orElseThrow(() -> TicketProblem.UNKNOWN_AGENT.at(
                        "/assigneeId", "No active agent has this id. See GET /api/v1/agents."));
    }
}
