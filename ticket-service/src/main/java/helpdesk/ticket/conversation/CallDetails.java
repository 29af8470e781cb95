package helpdesk.ticket.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A phone call (practice 14).
 *
 * @param rings before somebody answered, 0–100; the goal is at most three
 * @param waitSeconds from the first ring, or the queue, until somebody spoke; 0–86,400
 * @param durationSeconds of the talk; 0 when there was none
 * @param transferredTo the agent whom the caller was handed to
 * @param voicemail whether the caller left a message instead of talking to somebody
 */
@WholeCall
@Schema(name = "Call")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallDetails(
        @NotNull(message = "Say who called: inbound or outbound.")
        Direction direction,

        @NotNull(message = "Say how often it rang.")
        @Min(value = 0, message = "It rings 0 to 100 times.")
        @Max(value = 100, message = "It rings 0 to 100 times.")
        Integer rings,

        @NotNull(message = "Say how long the caller waited.")
        @Min(value = 0, message = "A wait lasts 0 to 86,400 seconds.")
        @Max(value = 86400, message = "A wait lasts 0 to 86,400 seconds.")
        Integer waitSeconds,

        @NotNull(message = "Say how long the talk was.")
        @Min(value = 0, message = "A talk lasts 0 to 86,400 seconds.")
        @Max(value = 86400, message = "A talk lasts 0 to 86,400 seconds.")
        Integer durationSeconds,

        UUID transferredTo,
        Boolean voicemail) {

    /** A call is no message unless somebody says so. */
    public CallDetails {
        voicemail = voicemail != null && voicemail;
    }

    private static final int MOST_RINGS = 3;

    /** Who called whom. */
    @Schema(name = "CallDirection")
    public enum Direction {
        @JsonProperty("inbound")
        INBOUND,
        @JsonProperty("outbound")
        OUTBOUND
    }

    /** Whether people talked to each other. */
    boolean wasAnswered() {
        return durationSeconds > 0;
    }

    /** Whether it was answered as soon as callers deserve. */
    boolean keptGoal() {
        return wasAnswered() && rings <= MOST_RINGS;
    }

    /** What stands in the conversation when nobody took a note. */
    String summary() {
        String who = direction == Direction.INBOUND ? "The customer called" : "We called";
        if (voicemail) {
            return who + " and left a message.";
        }
        return wasAnswered()
                ? "%s: answered after %d rings, %d s.".formatted(who, rings, durationSeconds)
                : who + ", and nobody answered.";
    }
}
