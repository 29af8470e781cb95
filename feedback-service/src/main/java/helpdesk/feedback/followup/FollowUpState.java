package helpdesk.feedback.followup;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** What became of an unhappy answer. */
public enum FollowUpState {
    /** Somebody sees to it, or is to. */
    @JsonProperty("open")
    OPEN,
    /** The ticket that followed is solved. */
    @JsonProperty("resolved")
    RESOLVED,
    /** The customer has answered again. */
    @JsonProperty("answered")
    ANSWERED;

    static FollowUpState of(Instant resolvedAt, Integer secondScore) {
        if (secondScore != null) {
            return ANSWERED;
        }
        return resolvedAt == null ? OPEN : RESOLVED;
    }
}
