package helpdesk.gateway.intake;

import helpdesk.platform.identity.Actor;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Takes events of integrations in: to the broker first, then into the memory of what was taken. */
@ApplicationScoped
class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final String PARTITION_KEY = "partitionkey";
    private static final String CORRELATION_ID = "correlationid";

    private final AcceptedEvents accepted;
    private final EventPublisher publisher;

    Intake(AcceptedEvents accepted, EventPublisher publisher) {
        this.accepted = accepted;
        this.publisher = publisher;
    }

    /** Returns when the broker has all events, now or from an earlier request. */
    Accepted take(List<CloudEvent> events, Actor actor, String requestId) {
        List<CloudEvent> fresh = accepted.fresh(events).stream()
                .map(event -> complete(event, actor, requestId))
                .toList();
        if (!fresh.isEmpty()) {
            publisher.publish(fresh);
            remember(fresh);
        }
        return new Accepted(events.stream().map(CloudEvent::getId).toList());
    }

    private void remember(List<CloudEvent> events) {
        try {
            accepted.remember(events);
        } catch (RuntimeException e) {
            // They are published, and that is what was promised; consumers recognise a second copy.
            LOG.debugf("Accepted events were not remembered: %s", e.getMessage());
        }
    }

    private static CloudEvent complete(CloudEvent event, Actor actor, String requestId) {
        String subject = event.getSubject() == null ? event.getSource().toString() : event.getSubject();
        return CloudEventBuilder.from(event)
                .withExtension(PARTITION_KEY, given(event, PARTITION_KEY, subject))
                .withExtension(CORRELATION_ID, given(event, CORRELATION_ID, requestId))
                .withExtension("actor", actor.toString())
                .build();
    }

    private static String given(CloudEvent event, String extension, String otherwise) {
        Object value = event.getExtension(extension);
        return value == null || value.toString().isBlank() ? otherwise : value.toString();
    }
}
