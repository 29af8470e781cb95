package helpdesk.ticket.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * What an agent can do (practice 24).
 *
 * @param level from 1, a beginner, to 5, an expert
 * @param expiresAt when the skill must be shown again; null when it does not expire
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Skill(
        @NotNull(message = "Name the skill.") @PlainText @Size(max = 60, message = "At most 60 characters.")
        String name,

        @Min(value = 1, message = "Levels go from 1 to 5.") @Max(value = 5, message = "Levels go from 1 to 5.")
        int level,

        Instant expiresAt) {

    Skill stripped() {
        return new Skill(name.strip(), level, expiresAt);
    }
}
