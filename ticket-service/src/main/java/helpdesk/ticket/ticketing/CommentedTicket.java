package helpdesk.ticket.ticketing;

import helpdesk.ticket.vocabulary.Channel;
import java.util.List;
import java.util.UUID;

/**
 * The ticket that a comment went to.
 *
 * @param names what the requester can be called, the preferred name first; empty when only a contact is known
 */
public record CommentedTicket(UUID id, String number, Channel channel, AuthorData requester, List<String> names) {

    static CommentedTicket of(Ticket ticket) {
        Requester requester = ticket.requester();
        return new CommentedTicket(
                ticket.id(),
                ticket.displayNumber(),
                ticket.origin().channel(),
                new AuthorData(AuthorData.Kind.CUSTOMER, requester.customerId(), requester.name(), null),
                requester.calledBy());
    }
}
