package helpdesk.customer.reward;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** How many coupons are made to be handed out. */
record IssueSeries(
        @NotNull(message = "Say how many.")
        @Min(value = 1, message = "A series has 1 to 1,000 coupons.")
        @Max(value = 1000, message = "A series has 1 to 1,000 coupons.")
        Integer count) {}
