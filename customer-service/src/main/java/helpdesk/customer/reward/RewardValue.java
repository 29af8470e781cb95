package helpdesk.customer.reward;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.platform.text.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a coupon is worth: exactly one of these.
 *
 * @param percent off, 1 to 100
 * @param text in words, for example a free coffee
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RewardValue")
public record RewardValue(
        @Min(value = 1, message = "Write 1 to 100 percent.") @Max(value = 100, message = "Write 1 to 100 percent.")
        Integer percent,

        @Valid Money amount,

        @Size(min = 1, max = 100, message = "Say it in 1 to 100 characters.") @PlainText
        String text) {

    @JsonIgnore
    @AssertTrue(message = "Write exactly one of percent, amount and text.")
    boolean isOne() {
        return Stream.of(percent, amount, text).filter(Objects::nonNull).count() == 1;
    }

    /** For people here. */
    String inWords() {
        if (percent != null) {
            return percent + " %";
        }
        return amount == null ? text : amount.amount() + " " + amount.currency();
    }
}
