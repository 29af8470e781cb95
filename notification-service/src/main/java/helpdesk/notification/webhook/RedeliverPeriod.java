package helpdesk.notification.webhook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which of the past deliveries are sent again. */
record RedeliverPeriod(
        @NotNull(message = "Say from when on.") Instant from,
        @NotNull(message = "Say until when.") Instant to,

        @Schema(defaultValue = "[\"failed\"]") @Size(max = 3, message = "There are three states.")
        Set<@NotNull(message = "Name a state.") DeliveryState> states,

        @Schema(description = "next of the former answer, to go on behind what that one began again")
        @Size(max = 500, message = "Send next as it came.")
        String after) {

    RedeliverPeriod {
        states = states == null || states.isEmpty() ? Set.of(DeliveryState.FAILED) : Set.copyOf(states);
    }

    @JsonIgnore
    @AssertTrue(message = "The end comes after the beginning.")
    boolean isForward() {
        return from == null || to == null || from.isBefore(to);
    }
}
