package helpdesk.ticket.ticketing;

import helpdesk.platform.contact.EmailAddresses;
import helpdesk.ticket.customers.KnownCustomer;
import helpdesk.ticket.customers.KnownCustomers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Says who may speak on a ticket by mail. Anybody can write its number into a subject: the address has to be the requester's. */
@ApplicationScoped
public class MailSenders {

    private final TicketRepository tickets;
    private final KnownCustomers customers;

    MailSenders(TicketRepository tickets, KnownCustomers customers) {
        this.tickets = tickets;
        this.customers = customers;
    }

    /** The ticket with this id or number. */
    public Optional<UUID> ticket(String reference) {
        return tickets.findId(reference);
    }

    /** Whether the address is that of who asked, by the ticket or by their profile. */
    public boolean isRequester(UUID ticket, String email) {
        String sender = EmailAddresses.normalize(email);
        Requester requester = tickets.require(ticket.toString()).requester();
        return sender.equals(requester.email())
                || requester.customerId() != null
                        && customers
                                .findByIdOptional(requester.customerId())
                                .map(KnownCustomer::email)
                                .map(EmailAddresses::normalize)
                                .filter(sender::equals)
                                .isPresent();
    }
}
