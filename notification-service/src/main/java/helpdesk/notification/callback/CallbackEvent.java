package helpdesk.notification.callback;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import helpdesk.notification.capacity.Slot;
import helpdesk.platform.outbox.DomainEvent;
import java.time.Instant;

/** What happens to a callback. The data of each is fixed by its schema in {@code contracts/events}. */
public sealed interface CallbackEvent extends DomainEvent {

    /** The callback as it is after the event. */
    CallbackFacts callback();

    /** A customer wants to be called, and a time is booked. */
    record Requested(@JsonUnwrapped CallbackFacts callback) implements CallbackEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.callback.requested.v1";
        }
    }

    /** Somebody called. */
    record Attempted(@JsonUnwrapped CallbackFacts callback, AttemptOutcome outcome, int attempt, Instant attemptedAt)
            implements CallbackEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.callback.attempted.v1";
        }
    }

    /**
     * The customer was spoken with.
     *
     * @param onTime whether somebody called within the booked time
     */
    record Completed(@JsonUnwrapped CallbackFacts callback, boolean onTime, Instant completedAt)
            implements CallbackEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.callback.completed.v1";
        }
    }

    /**
     * It has another time, or its first one.
     *
     * @param formerSlotStart null when nothing was booked before, as the end
     */
    record Moved(
            @JsonUnwrapped CallbackFacts callback,
            @JsonInclude(JsonInclude.Include.NON_NULL) Instant formerSlotStart,
            @JsonInclude(JsonInclude.Include.NON_NULL) Instant formerSlotEnd,
            Instant movedAt)
            implements CallbackEvent {

        /** @param former null when nothing was booked before */
        static Moved of(CallbackFacts callback, Slot former, Instant now) {
            return new Moved(
                    callback, former == null ? null : former.start(), former == null ? null : former.end(), now);
        }

        @Override
        public String eventType() {
            return "org.helpdesk.callback.moved.v1";
        }
    }

    /** It is not wanted any more. */
    record Cancelled(@JsonUnwrapped CallbackFacts callback, Instant cancelledAt) implements CallbackEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.callback.cancelled.v1";
        }
    }

    /** The customer was not reached: all attempts failed, or nobody called in time. */
    record Missed(@JsonUnwrapped CallbackFacts callback, int attempts, Instant missedAt) implements CallbackEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.callback.missed.v1";
        }
    }
}
