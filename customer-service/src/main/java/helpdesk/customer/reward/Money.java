package helpdesk.customer.reward;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An amount of money, as {@code {"amount":"12.50","currency":"EUR"}}.
 *
 * @param amount above zero, with as many digits behind the point as the currency has at most
 * @param currency ISO 4217
 */
@Schema(name = "Money")
public record Money(
        @NotNull(message = "Write the amount.")
        @Pattern(
                regexp = "(?!0+(\\.0+)?$)\\d{1,9}(\\.\\d{1,4})?",
                message = "Write an amount above zero such as \"12.50\", as a text.")
        @Schema(examples = "12.50")
        String amount,

        @NotNull(message = "Name the currency.")
        @Pattern(regexp = "[A-Z]{3}", message = "Write an ISO 4217 currency such as EUR.")
        @Schema(examples = "EUR")
        String currency) {

    @JsonIgnore
    @AssertTrue(message = "There is no such currency, or it has fewer digits behind the point.")
    boolean isPayable() {
        if (amount == null || currency == null || !amount.matches("\\d{1,9}(\\.\\d{1,4})?")) {
            return true;
        }
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(known -> known.getCurrencyCode().equals(currency)
                        && new BigDecimal(amount).stripTrailingZeros().scale() <= known.getDefaultFractionDigits());
    }
}
