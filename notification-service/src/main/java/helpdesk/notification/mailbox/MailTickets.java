package helpdesk.notification.mailbox;

import helpdesk.platform.inbox.IncomingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Learns to which tickets mails belong, from what is told of tickets. */
@ApplicationScoped
public class MailTickets {

    private final MailRepository mails;

    MailTickets(MailRepository mails) {
        this.mails = mails;
    }

    /** What is told of a ticket that was opened or written on: perhaps by a mail. */
    public void learn(IncomingEvent event) {
        ByMail ticket = event.data(ByMail.class);
        if (ticket.mailId() != null && ticket.ticketId() != null) {
            mails.giveTicket(ticket.mailId(), ticket.ticketId(), ticket.number());
        }
    }

    private record ByMail(UUID mailId, UUID ticketId, String number) {}
}
