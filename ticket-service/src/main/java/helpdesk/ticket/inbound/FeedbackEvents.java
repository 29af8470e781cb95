package helpdesk.ticket.inbound;

import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.NamedConsumer;
import helpdesk.platform.succession.Successions;
import helpdesk.ticket.ticketing.Rating;
import helpdesk.ticket.ticketing.TicketLearning;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns how content customers were, and follows unhappy answers up (practice 31). */
@ApplicationScoped
public class FeedbackEvents implements NamedConsumer, EventHandler {

    private static final String ANSWERED = "org.helpdesk.survey.answered.v1";
    private static final String ANSWER_CHANGED = "org.helpdesk.survey.answer-changed.v1";
    private static final String DETRACTOR_REPORTED = "org.helpdesk.feedback.detractor-reported.v1";

    private static final Set<String> CONCERN_TICKETS = Set.of(ANSWERED, ANSWER_CHANGED, DETRACTOR_REPORTED);

    private final EventConsumer consumer;
    private final TicketLearning tickets;
    private final Successions successions;

    FeedbackEvents(EventConsumer consumer, TicketLearning tickets, Successions successions) {
        this.consumer = consumer;
        this.tickets = tickets;
        this.successions = successions;
    }

    @Incoming("feedback")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        consumer.consume(consumer(), records, handler());
    }

    @Override
    public String consumer() {
        return "ticket-service.feedback";
    }

    @Override
    public EventHandler handler() {
        return this;
    }

    @Override
    public void prepare(List<IncomingEvent> events) {
        tickets.hold(events.stream()
                .filter(event -> CONCERN_TICKETS.contains(event.type()))
                .map(event -> event.data(AboutTicket.class).ticketId())
                .filter(Objects::nonNull)
                .toList());
    }

    @Override
    public void handle(IncomingEvent event) {
        event.requireOwnNamespace();
        switch (event.type()) {
            case ANSWERED, ANSWER_CHANGED -> rate(event.data(Answered.class));
            case DETRACTOR_REPORTED -> followUp(event.data(Detractor.class));
            default -> {
                // Invitations and the like do not concern tickets.
            }
        }
    }

    /** Of a survey about something else no ticket learns anything. */
    private void rate(Answered answered) {
        if (answered.ticketId() != null) {
            tickets.rated(answered.ticketId(), answered.rating());
        }
    }

    private void followUp(Detractor detractor) {
        if (detractor.ticketId() == null) {
            UUID named = detractor.customerId();
            tickets.followUp(detractor.answer(named == null ? null : successions.current(named)));
        } else {
            tickets.followUp(detractor.ticketId(), detractor.story(), detractor.responseId());
        }
    }

    private record AboutTicket(UUID ticketId) {}

    /** An answer that was given, or changed later on. */
    private record Answered(UUID ticketId, UUID responseId, Short score, Instant answeredAt, Instant changedAt) {
        Answered {
            Objects.requireNonNull(responseId, "responseId is missing");
            Objects.requireNonNull(answeredAt, "answeredAt is missing");
        }

        Rating rating() {
            return new Rating(score, responseId, changedAt == null ? answeredAt : changedAt);
        }
    }
}
