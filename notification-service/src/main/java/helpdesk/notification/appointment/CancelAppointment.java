package helpdesk.notification.appointment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Why an appointment is called off. */
record CancelAppointment(
        @NotBlank(message = "Write why it is called off.")
        @Size(max = 2000, message = "Write at most 2,000 characters.")
        String reason,

        @NotNull(message = "Write who wished it: customer or us.")
        Party wishOf) {}
