package helpdesk.customer.reward;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
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

    private static final String FORM = "\\d{1,9}(\\.\\d{1,4})?";

    /** With as many digits as the currency has; what cannot be paid stays as it is, to be refused. */
    public Money {
        Optional<Currency> known = known(currency);
        if (known.isPresent() && amount != null && amount.matches(FORM)) {
            BigDecimal value = new BigDecimal(amount);
            int digits = known.get().getDefaultFractionDigits();
            if (value.stripTrailingZeros().scale() <= digits) {
                amount = value.setScale(digits).toPlainString();
            }
        }
    }

    @JsonIgnore
    @AssertTrue(message = "There is no such currency, or it has fewer digits behind the point.")
    boolean isPayable() {
        if (amount == null || currency == null || !amount.matches(FORM)) {
            return true;
        }
        return known(currency)
                .filter(money ->
                        new BigDecimal(amount).stripTrailingZeros().scale() <= money.getDefaultFractionDigits())
                .isPresent();
    }

    /** One that something can be paid in: others, such as gold, have no digits of their own. */
    private static Optional<Currency> known(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(money -> money.getCurrencyCode().equals(code) && money.getDefaultFractionDigits() >= 0)
                .findFirst();
    }
}
