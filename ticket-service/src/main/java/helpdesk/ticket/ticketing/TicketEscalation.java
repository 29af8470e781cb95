package helpdesk.ticket.ticketing;

import helpdesk.ticket.servicelevel.ClockAlarm;
import helpdesk.ticket.servicelevel.ServiceLevels;
import helpdesk.ticket.vocabulary.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Hands tickets to more experienced people (practice 13), by hand and by clock. */
@ApplicationScoped
public class TicketEscalation {

    private final TicketRepository tickets;
    private final ServiceLevels serviceLevels;
    private final TicketJournal journal;
    private final Clock clock;

    TicketEscalation(TicketRepository tickets, ServiceLevels serviceLevels, TicketJournal journal, Clock clock) {
        this.tickets = tickets;
        this.serviceLevels = serviceLevels;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Hands a ticket to the next tier, on somebody's word.
     *
     * @throws helpdesk.platform.problem.Problem {@code highest-tier}, {@code ticket-closed}
     */
    @Transactional
    Ticket escalate(String reference, String reason) {
        Ticket ticket = tickets.requireForChange(reference);
        escalate(ticket, reason, clock.instant());
        return ticket;
    }

    /** What a clock tells hands a ticket on where its policy says so; one that is with the highest tier, or closed, stays. */
    void escalate(Ticket ticket, ClockAlarm alarm, Instant now) {
        if (alarm.escalates() && ticket.tier() < Ticket.HIGHEST_TIER && ticket.status() != TicketStatus.CLOSED) {
            String missed = alarm.isBreach() ? "promise" : "goal";
            escalate(
                    ticket,
                    "The %s of the %s passed at %s."
                            .formatted(
                                    missed,
                                    alarm.metric().words(),
                                    alarm.dueAt().truncatedTo(ChronoUnit.SECONDS)),
                    now);
        }
    }

    /** The same, of a ticket that is held already. */
    void escalate(Ticket ticket, String reason, Instant now) {
        journal.tell(ticket, ticket.escalate(reason, now));
        serviceLevels.changed(TicketFacts.situation(ticket), now);
    }
}
