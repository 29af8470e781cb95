package helpdesk.customer.draw;

import com.fasterxml.jackson.annotation.JsonIgnore;
import helpdesk.platform.text.PlainText;
import helpdesk.platform.time.PlausibleTime;
import helpdesk.platform.time.PlausibleYears;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A draw as it is announced. It cannot be changed: what was published of it holds. */
record NewDraw(
        @NotNull(message = "A draw has a name.")
        @Size(min = 1, max = 100, message = "A name has 1 to 100 characters.")
        @PlainText
        String name,

        @NotNull(message = "Name the reward program of which the winners get a coupon.")
        UUID programId,

        @NotNull(message = "Say how many win.")
        @Min(value = 1, message = "1 to 100 win.")
        @Max(value = 100, message = "1 to 100 win.")
        Integer winners,

        @Size(min = 1, max = 200, message = "A kind has 1 to 200 characters.")
        @PlainText
        @Schema(
                defaultValue = "survey.answered",
                description = "To whom this happens, by its kind on the timeline, takes part, each once")
        String happening,

        @Schema(description = "What happens from then on counts; now when left out") @PlausibleTime
        Instant opensAt,

        @NotNull(message = "Say until when what happens counts.")
        @Future(message = "It closes in the future.")
        @PlausibleTime
        Instant closesAt) {

    private static final Duration LONGEST = Duration.ofDays(366);

    NewDraw {
        happening = happening == null ? "survey.answered" : happening;
    }

    @JsonIgnore
    @AssertTrue(message = "It opens before it closes, at most 366 days.")
    boolean isForward() {
        return opensAt == null
                || closesAt == null
                || !PlausibleYears.cover(opensAt)
                || opensAt.isBefore(closesAt) && !opensAt.plus(LONGEST).isBefore(closesAt);
    }
}
