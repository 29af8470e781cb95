package helpdesk.ticket.inbound;

import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.NamedConsumer;
import helpdesk.ticket.input.Shortened;
import helpdesk.ticket.ticketing.Satisfaction;
import helpdesk.ticket.ticketing.TicketLearning;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns how content customers were, and follows unhappy answers up (practice 31). */
@ApplicationScoped
public class FeedbackEvents implements NamedConsumer, EventHandler {

    private static final String ANSWERED = "org.helpdesk.survey.answered.v1";
    private static final String DETRACTOR_REPORTED = "org.helpdesk.feedback.detractor-reported.v1";

    /** As long as a description can be. */
    private static final int LONGEST_STORY = 65_536;

    private final EventConsumer consumer;
    private final TicketLearning tickets;

    FeedbackEvents(EventConsumer consumer, TicketLearning tickets) {
        this.consumer = consumer;
        this.tickets = tickets;
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
                .filter(event -> Set.of(ANSWERED, DETRACTOR_REPORTED).contains(event.type()))
                .map(event -> event.data(AboutTicket.class).ticketId())
                .filter(Objects::nonNull)
                .toList());
    }

    @Override
    public void handle(IncomingEvent event) {
        event.requireOwnNamespace();
        switch (event.type()) {
            case ANSWERED -> {
                Answered answered = event.data(Answered.class);
                if (answered.score() != null) {
                    tickets.rated(answered.ticketId(), new Satisfaction(answered.score(), answered.responseId()));
                }
            }
            case DETRACTOR_REPORTED -> {
                Detractor detractor = event.data(Detractor.class);
                tickets.followUp(detractor.ticketId(), detractor.story(), detractor.responseId());
            }
            default -> {
                // Invitations and the like do not concern tickets.
            }
        }
    }

    private record AboutTicket(UUID ticketId) {}

    private record Answered(UUID ticketId, UUID responseId, Short score) {
        Answered {
            Objects.requireNonNull(ticketId, "ticketId is missing");
            Objects.requireNonNull(responseId, "responseId is missing");
        }
    }

    private record Detractor(UUID ticketId, UUID responseId, int score, List<Comment> comments) {

        Detractor {
            Objects.requireNonNull(ticketId, "ticketId is missing");
            Objects.requireNonNull(responseId, "responseId is missing");
        }

        /** What the customer said, as the description of the follow-up. */
        String story() {
            String said = comments == null
                    ? ""
                    : comments.stream()
                            .map(comment -> "\n\n" + comment.question() + "\n" + comment.text())
                            .collect(Collectors.joining());
            return Shortened.to(LONGEST_STORY, "The customer rated our answer " + score + " of 10." + said);
        }
    }

    private record Comment(String question, String text) {}
}
