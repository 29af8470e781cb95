package helpdesk.notification.delivery;

import java.time.Duration;
import java.util.Optional;

/** How an attempt to send a message ended. */
sealed interface SendOutcome {

    /** What the server said, or what we say of it. */
    String detail();

    /** The server has it. */
    record Taken(String detail) implements SendOutcome {}

    /**
     * It has nothing, and another time it may take it.
     *
     * @param unreachable whether it was not even asked, because it could not be reached
     * @param retryAfter how long it wants to be left alone with this message, if it said so
     */
    record NotNow(String detail, boolean unreachable, Optional<Duration> retryAfter) implements SendOutcome {

        NotNow(String detail, boolean unreachable) {
            this(detail, unreachable, Optional.empty());
        }
    }

    /**
     * It does not want it.
     *
     * @param status the enhanced status code (RFC 3463); null when it said none
     */
    record Never(String detail, EnhancedStatus status) implements SendOutcome {}

    /** It was given the whole, and has not said whether it took it. */
    record Unknown(String detail) implements SendOutcome {}

    /** It is not this attempt's to send any more. Nothing was sent. */
    record Lost(String detail) implements SendOutcome {}
}
