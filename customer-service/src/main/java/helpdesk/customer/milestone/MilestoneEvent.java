package helpdesk.customer.milestone;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.customer.profile.Told;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.outbox.DomainEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What happens on milestones. */
public sealed interface MilestoneEvent extends DomainEvent {

    /** A day that matters has come. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reached(
            UUID customerId,
            UUID milestoneId,
            MilestoneKind kind,
            String title,
            LocalDate date,
            Integer years,
            MilestoneAct act,
            Instant reachedAt)
            implements MilestoneEvent {

        private static final String TYPE = "org.helpdesk.milestone.reached.v1";

        @Override
        public String eventType() {
            return TYPE;
        }

        /** What the timeline says of it. */
        Told told(UUID eventId) {
            String what = years == null ? title : "%s, %d".formatted(title, years) + (years == 1 ? " year" : " years");
            return new Told(eventId, customerId, milestoneId, "milestone.reached", what + ": " + date, reachedAt);
        }
    }

    /** What the timeline says of an event read from the log. */
    static Optional<Told> told(IncomingEvent event) {
        return event.type().equals(Reached.TYPE)
                ? Optional.of(event.data(Reached.class).told(UUID.fromString(event.id())))
                : Optional.empty();
    }
}
