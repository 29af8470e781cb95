package helpdesk.ticket.routing;

import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody must be able to do (practice 24), at this level or above: from 1, a beginner, to 5, an expert. */
@Schema(name = "RequiredSkill")
public record RequiredSkill(
        @NotNull(message = "Name the skill.")
        @PlainText
        @Size(min = 1, max = 60, message = "A skill has 1 to 60 characters.")
        String name,

        @Min(value = 1, message = "Levels go from 1 to 5.")
        @Max(value = 5, message = "Levels go from 1 to 5.")
        @Schema(defaultValue = "1")
        Integer level) {

    /** Any level will do when none is given. */
    public RequiredSkill {
        level = level == null ? 1 : level;
        name = name == null ? null : name.strip();
    }
}
