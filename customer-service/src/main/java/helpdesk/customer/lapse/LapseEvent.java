package helpdesk.customer.lapse;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.customer.profile.Told;
import helpdesk.customer.text.PlainLine;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.outbox.DomainEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What happens when customers stay away. */
public sealed interface LapseEvent extends DomainEvent {

    /** What the timeline says of it. */
    Told told(UUID eventId);

    /** Somebody stays away. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Lapsed(
            UUID customerId,
            UUID lapseId,
            UUID ruleId,
            String rule,
            LapseSign because,
            String what,
            LocalDate lastOn,
            String name,
            UUID owner,
            String group,
            boolean tell,
            Instant lapsedAt)
            implements LapseEvent {

        private static final String TYPE = "org.helpdesk.customer.lapsed.v1";
        private static final int LONGEST_SUMMARY = 500;

        @Override
        public String eventType() {
            return TYPE;
        }

        @Override
        public Told told(UUID eventId) {
            String summary =
                    switch (because) {
                        case SUBSCRIPTION_ENDED -> "“%s” ended on %s and was not renewed".formatted(what, lastOn);
                        case SUBSCRIPTION_CANCELLED -> "“%s” was cancelled".formatted(what);
                        case NO_VISITS -> "Has not been here since " + lastOn;
                    };
            return new Told(
                    eventId, customerId, lapseId, "customer.lapsed", PlainLine.of(summary, LONGEST_SUMMARY), lapsedAt);
        }
    }

    /** Somebody who stayed away is back in time. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Returned(UUID customerId, UUID lapseId, UUID ticketId, long days, Instant returnedAt) implements LapseEvent {

        private static final String TYPE = "org.helpdesk.customer.returned.v1";

        @Override
        public String eventType() {
            return TYPE;
        }

        @Override
        public Told told(UUID eventId) {
            return new Told(eventId, customerId, lapseId, "customer.returned", "Is back", returnedAt);
        }
    }

    /** What the timeline says of an event read from the log. */
    static Optional<Told> told(IncomingEvent event) {
        UUID id = UUID.fromString(event.id());
        return switch (event.type()) {
            case Lapsed.TYPE -> Optional.of(event.data(Lapsed.class).told(id));
            case Returned.TYPE -> Optional.of(event.data(Returned.class).told(id));
            default -> Optional.empty();
        };
    }
}
