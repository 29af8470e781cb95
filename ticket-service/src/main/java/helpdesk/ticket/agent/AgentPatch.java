package helpdesk.ticket.agent;

import helpdesk.platform.contact.LanguageTag;
import helpdesk.platform.text.PlainText;
import helpdesk.ticket.input.Kept;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What can be written of an agent's profile. Name, mail address and roles belong to the account. */
public record AgentPatch(
        @PlainText @Size(max = 100, message = "A title has at most 100 characters.")
        String title,

        @Kept(message = "A tier is needed: 1, 2 or 3.")
        @Min(value = 1, message = "The tiers are 1, 2 and 3.")
        @Max(value = 3, message = "The tiers are 1, 2 and 3.")
        Integer tier,

        @Size(max = 20, message = "At most 20 languages.")
        List<@NotNull(message = "Name the language.") @LanguageTag String> languages,

        @Size(max = 50, message = "At most 50 skills.")
        List<@NotNull(message = "Describe the skill.") @Valid Skill> skills,

        @Kept(message = "A presence is needed: online, away or offline.")
        Presence presence) {

    /** Lists that are left out or removed are empty. */
    public AgentPatch {
        languages = languages == null ? List.of() : languages;
        skills = skills == null ? List.of() : skills;
    }

    boolean changesOnlyPresenceOf(AgentPatch former) {
        return equals(new AgentPatch(former.title, former.tier, former.languages, former.skills, presence));
    }
}
