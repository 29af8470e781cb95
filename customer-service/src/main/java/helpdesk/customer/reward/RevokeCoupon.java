package helpdesk.customer.reward;

import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Why a coupon is taken back. */
record RevokeCoupon(
        @NotNull(message = "Say why.")
        @Size(min = 1, max = 200, message = "A reason has 1 to 200 characters.")
        @PlainText
        String reason) {}
