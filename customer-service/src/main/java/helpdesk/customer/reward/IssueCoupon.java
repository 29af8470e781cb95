package helpdesk.customer.reward;

import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an agent gives a customer, and why. */
record IssueCoupon(
        @NotNull(message = "Name the program by its id.") UUID programId,

        @NotNull(message = "Say why.")
        @Size(min = 1, max = 500, message = "A reason has 1 to 500 characters.")
        @PlainText
        @Schema(examples = "Waited three weeks for the parcel.")
        String reason,

        UUID ticketId) {}
