package helpdesk.ticket.ticketing;

import helpdesk.ticket.agent.AgentRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Has somebody win back who stays away (practice 3). Called by consumers, in their transaction. */
@ApplicationScoped
public class WinBackTickets {

    private final TicketRepository tickets;
    private final TicketOpening opening;
    private final AgentRepository agents;
    private final TicketJournal journal;
    private final Clock clock;

    WinBackTickets(
            TicketRepository tickets,
            TicketOpening opening,
            AgentRepository agents,
            TicketJournal journal,
            Clock clock) {
        this.tickets = tickets;
        this.opening = opening;
        this.agents = agents;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * A lapse becomes a ticket, once, however often it is told. The owner has it at once; where there is none who works here, it is routed
     * like any other.
     */
    public void open(WinBack lapse) {
        if (tickets.winsBack(lapse.lapse())) {
            return;
        }
        Ticket ticket = opening.winBack(lapse);
        Optional.ofNullable(lapse.owner())
                .flatMap(agents::findActive)
                .flatMap(owner -> ticket.assign(owner, clock.instant()))
                .ifPresent(event -> journal.tell(ticket, event));
    }
}
