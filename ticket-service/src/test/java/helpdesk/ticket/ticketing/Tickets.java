package helpdesk.ticket.ticketing;

import helpdesk.ticket.agent.Agent;
import helpdesk.ticket.vocabulary.Channel;
import helpdesk.ticket.vocabulary.Origin;
import helpdesk.ticket.vocabulary.Priority;
import helpdesk.ticket.vocabulary.TicketStatus;
import helpdesk.ticket.vocabulary.TicketType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tickets that live in no database, for the tests of their rules. */
final class Tickets {

    static final Instant OPENED = Instant.parse("2026-03-02T08:00:00Z");

    private Tickets() {}

    static Ticket fresh() {
        return new Ticket(
                UUID.randomUUID(),
                content(Priority.NORMAL),
                Requester.contact("Amara Okafor", "amara@example.org", null, null),
                new TicketOrigin(TicketType.QUESTION, Channel.EMAIL, Origin.AGENT, "en", "It burns."),
                1,
                OPENED);
    }

    static TicketContent content(Priority priority) {
        return new TicketContent("The printer is on fire", priority, "support", List.of("fire"), null, null, Map.of());
    }

    /** A ticket that came to be in this status in the ordinary way. */
    static Ticket in(TicketStatus status, Agent agent) {
        Ticket ticket = fresh();
        if (status != TicketStatus.NEW) {
            ticket.assign(agent, OPENED);
            ticket.explain("Extinguished.", OPENED);
        }
        switch (status) {
            case NEW, OPEN -> {
                // It is there.
            }
            case PENDING, ON_HOLD, RESOLVED -> ticket.moveTo(status, "agent", OPENED);
            case CLOSED -> {
                ticket.moveTo(TicketStatus.RESOLVED, "agent", OPENED);
                ticket.close(OPENED);
            }
        }
        ticket.takeChanges();
        return ticket;
    }
}
