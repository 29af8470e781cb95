package helpdesk.notification.calendar;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/** Whose time is to be kept for a few minutes. */
record HoldWindow(
        @NotNull(message = "Write whose time it is.") UUID agentId,

        @NotNull(message = "Write when the window begins.") Instant windowStart,

        @NotNull(message = "Write when the window ends.") Instant windowEnd) {}
