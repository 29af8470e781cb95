package helpdesk.notification.appointment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** When an appointment is to be instead, and why. */
record MoveAppointment(
        @NotNull(message = "Write when the new window begins.")
        Instant windowStart,

        @NotNull(message = "Write when the new window ends.")
        Instant windowEnd,

        @NotBlank(message = "Write why it is moved.") @Size(max = 2000, message = "Write at most 2,000 characters.")
        String reason,

        @NotNull(message = "Write who wished it: customer or us.")
        Party wishOf) {}
