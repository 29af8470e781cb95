package helpdesk.customer.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.platform.inbox.IncomingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What events mean for timelines: the same when they come, and when they are read from the log again. */
@ApplicationScoped
class Stories {

    private final EventCustomers eventCustomers;

    Stories(EventCustomers eventCustomers) {
        this.eventCustomers = eventCustomers;
    }

    /** What an event of any topic told when it came; empty when that was nothing. */
    Optional<Telling> again(IncomingEvent event) {
        if (!event.type().startsWith(EventKind.OURS)) {
            return eventCustomers
                    .find(event)
                    .map(customer -> integration(event, IntegrationFacts.of(event.data(JsonNode.class)), customer));
        }
        String kind = EventKind.of(event);
        if (TicketStory.tells(kind)) {
            TicketFacts ticket = event.data(TicketFacts.class);
            return ticket.probe() ? Optional.empty() : Optional.of(ticket(kind, event, ticket));
        }
        if (SurveyStory.tells(kind)) {
            return Optional.of(survey(kind, event, event.data(SurveyFacts.class)));
        }
        if (NotificationStory.tells(kind)) {
            NotificationFacts facts = event.data(NotificationFacts.class);
            return NotificationStory.concernsCustomer(facts)
                    ? Optional.of(notification(kind, event, facts))
                    : Optional.empty();
        }
        return OwnStory.of(kind, event);
    }

    static Telling ticket(String kind, IncomingEvent event, TicketFacts ticket) {
        return new Telling(
                ticket.customerId(),
                ticket.ticketId(),
                Happening.of(event, kind, TicketStory.sentence(kind, ticket), TicketStory.isByCustomer(kind, ticket)));
    }

    static Telling survey(String kind, IncomingEvent event, SurveyFacts survey) {
        return new Telling(
                survey.customerId(),
                survey.ticketId(),
                Happening.of(event, kind, SurveyStory.sentence(kind, survey), SurveyStory.isByCustomer(kind)));
    }

    static Telling notification(String kind, IncomingEvent event, NotificationFacts facts) {
        return new Telling(
                facts.customerId(),
                facts.ticketId(),
                Happening.of(
                        event, kind, NotificationStory.sentence(kind, facts), NotificationStory.isByCustomer(kind)));
    }

    static Telling integration(IncomingEvent event, IntegrationFacts facts, UUID customer) {
        return new Telling(
                customer,
                null,
                Happening.of(event, event.type(), facts.summary().orElse(event.type())));
    }
}
