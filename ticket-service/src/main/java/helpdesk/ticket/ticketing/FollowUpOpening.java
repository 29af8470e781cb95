package helpdesk.ticket.ticketing;

import helpdesk.ticket.catalogue.Catalogue;
import helpdesk.ticket.catalogue.TopicTree;
import helpdesk.ticket.customers.KnownCustomers;
import helpdesk.ticket.vocabulary.Channel;
import helpdesk.ticket.vocabulary.Origin;
import helpdesk.ticket.vocabulary.Priority;
import helpdesk.ticket.vocabulary.TicketType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Opens tickets that follow something up: an unhappy answer (practice 31), or a ticket that is closed. */
@ApplicationScoped
class FollowUpOpening {

    private static final int TIER = 2;
    private static final String NOBODY_NAMED = "A customer";

    private final TicketOpening opening;
    private final KnownCustomers customers;
    private final Catalogue catalogue;

    FollowUpOpening(TicketOpening opening, KnownCustomers customers, Catalogue catalogue) {
        this.opening = opening;
        this.customers = customers;
        this.catalogue = catalogue;
    }

    /** Follows an unhappy answer about a ticket up: a complaint of high priority, with experienced people. */
    Ticket complaint(Ticket ticket, String description, UUID surveyResponse) {
        TicketContent content = ticket.content();
        return opening.open(
                TicketOpening.content(
                        TicketOpening.subject("Unhappy with the answer: ", content.subject()),
                        Priority.HIGH,
                        content.group(),
                        content.category()),
                ticket.requester().copy(),
                origin(ticket, TicketType.COMPLAINT, description).following(ticket.id(), surveyResponse),
                Math.max(ticket.tier(), TIER));
    }

    /** The same, of an answer about something else. A group or a category that is not there does not hinder it. */
    Ticket complaint(UnhappyAnswer answer) {
        boolean grouped = answer.group() != null && catalogue.hasGroup(answer.group());
        boolean filed = answer.category() != null && catalogue.has(TopicTree.CATEGORY, answer.category());
        return opening.open(
                TicketOpening.content(
                        "Unhappy with our service",
                        Priority.HIGH,
                        grouped ? answer.group() : Catalogue.DEFAULT_GROUP,
                        filed ? answer.category() : null),
                requester(answer),
                new TicketOrigin(
                                TicketType.COMPLAINT,
                                Channel.WEB,
                                Origin.FOLLOW_UP,
                                TicketOpening.canonical(answer.language()),
                                answer.story())
                        .following(null, answer.response()),
                TIER);
    }

    /** Follows a closed ticket up that its customer wrote on. */
    Ticket ofClosed(Ticket closed, String message) {
        TicketContent content = closed.content();
        return opening.open(
                TicketOpening.content(
                        TicketOpening.subject("Follow-up: ", content.subject()),
                        content.priority(),
                        content.group(),
                        content.category()),
                closed.requester().copy(),
                origin(closed, closed.origin().type(), message).following(closed.id(), null),
                closed.tier());
    }

    private Requester requester(UnhappyAnswer answer) {
        if (answer.customer() == null) {
            return told(answer.contact());
        }
        return customers
                .findByIdOptional(answer.customer())
                .map(known -> Requester.customer(known, answer.named()))
                .orElseGet(() -> unknownCustomer(answer));
    }

    /** The profile is not here yet: what was told with the answer stands for it. */
    private static Requester unknownCustomer(UnhappyAnswer answer) {
        ContactData contact = answer.contact();
        return contact.isEmpty()
                ? Requester.unknownCustomer(answer.customer(), answer.named(), NOBODY_NAMED)
                : told(contact).identifiedAs(answer.customer(), answer.named(), null, contact.preferredName());
    }

    private static Requester told(ContactData contact) {
        return Requester.contact(contact.name(), contact.email(), contact.phone(), contact.handle());
    }

    private static TicketOrigin origin(Ticket former, TicketType type, String description) {
        TicketOrigin origin = former.origin();
        return new TicketOrigin(type, origin.channel(), Origin.FOLLOW_UP, origin.language(), description)
                .probe(origin.isProbe());
    }
}
