package helpdesk.customer.reward;

import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a coupon is redeemed for. */
record RedeemCoupon(
        @Size(min = 1, max = 200, message = "A reference has 1 to 200 characters.")
        @PlainText
        @Schema(description = "The order or the bill", examples = "order 77120")
        String reference) {}
