package helpdesk.notification.callback;

import com.fasterxml.jackson.annotation.JsonProperty;
import helpdesk.notification.NotificationProblem;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where a callback stands. */
public enum CallbackStatus {
    /** Wished for when no time was free: nothing is booked, and somebody calls when they can. */
    @JsonProperty("requested")
    REQUESTED,
    /** Booked; nobody has called yet. */
    @JsonProperty("scheduled")
    SCHEDULED,
    /** It is due, and somebody has taken it on to call. Shown, not stored: it ends by itself when they do not. */
    @JsonProperty("queued")
    QUEUED,
    /** Somebody is on the line with the customer. */
    @JsonProperty("attempting")
    ATTEMPTING,
    /** The customer was spoken with. */
    @JsonProperty("completed")
    COMPLETED,
    /** The customer was not reached; somebody tries again. */
    @JsonProperty("no_answer")
    NO_ANSWER,
    /** The customer was not reached in all attempts. */
    @JsonProperty("exhausted")
    EXHAUSTED,
    /** It is not wanted any more. */
    @JsonProperty("cancelled")
    CANCELLED,
    /** Nobody called in time. */
    @JsonProperty("expired")
    EXPIRED;

    /** What may come next; nothing after an end. */
    public Set<CallbackStatus> next() {
        return switch (this) {
            case REQUESTED -> Set.of(SCHEDULED, QUEUED, ATTEMPTING, NO_ANSWER, CANCELLED);
            case SCHEDULED, QUEUED -> Set.of(SCHEDULED, QUEUED, ATTEMPTING, NO_ANSWER, CANCELLED, EXPIRED);
            case ATTEMPTING -> Set.of(COMPLETED);
            case NO_ANSWER -> Set.of(SCHEDULED, QUEUED, ATTEMPTING, NO_ANSWER, EXHAUSTED, CANCELLED, EXPIRED);
            case COMPLETED, EXHAUSTED, CANCELLED, EXPIRED -> Set.of();
        };
    }

    /** Whether somebody is still to call. */
    public boolean isOpen() {
        return next().contains(QUEUED);
    }

    /**
     * Lets nothing come next but what may.
     *
     * @throws helpdesk.platform.problem.Problem {@code transition-not-allowed}
     */
    void requireNext(CallbackStatus next) {
        if (!next().contains(next)) {
            List<String> allowed =
                    next().stream().map(CallbackStatus::wireName).sorted().toList();
            throw NotificationProblem.TRANSITION_NOT_ALLOWED
                    .problem(
                            "A callback that is %s cannot become %s. %s",
                            wireName(),
                            next.wireName(),
                            allowed.isEmpty()
                                    ? "Book a new one."
                                    : "It can become: " + String.join(", ", allowed) + ".")
                    .member("allowed", allowed);
        }
    }

    /** The name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
