package helpdesk.feedback.improvement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an improvement is to make better, so that it can be told afterwards whether it did.
 *
 * @param by whose answers count; all when left out
 * @param key the team, category or channel, or the agent's id
 * @param days how long is looked at before and after
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Aim(
        @Schema(required = false) @NotNull(message = "Choose a measure: score, satisfied, nps or effort.")
        AimMeasure measure,

        AimDimension by,

        @Size(min = 1, max = 200, message = "A key has 1 to 200 characters.") @PlainText
        String key,

        @Schema(defaultValue = "30")
        @Min(value = 7, message = "Look at 7 to 180 days.")
        @Max(value = 180, message = "Look at 7 to 180 days.")
        Integer days) {

    private static final int USUAL_DAYS = 30;

    public Aim {
        days = days == null ? USUAL_DAYS : days;
    }

    @JsonIgnore
    @AssertTrue(message = "Name both by and key, or neither.")
    boolean isWhole() {
        return (by == null) == (key == null);
    }
}
