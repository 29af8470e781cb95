package helpdesk.customer.subscription;

import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a customer does not want a subscription any more. */
@Schema(name = "SubscriptionCancellation")
record Cancellation(
        @Size(min = 1, max = 500, message = "A reason has 1 to 500 characters.")
        @PlainText
        @Schema(description = "Why, as the customer says")
        String reason) {}
