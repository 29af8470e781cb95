package helpdesk.ticket.agent;

import helpdesk.platform.contact.LanguageTag;
import helpdesk.platform.text.PlainText;
import helpdesk.ticket.input.Kept;
import helpdesk.ticket.vocabulary.Channel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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

        @Size(max = 50, message = "At most 50 groups.")
        @Schema(description = "For which groups the agent works; for all when empty")
        List<
                        @NotNull(message = "Name the group.")
                        @Pattern(regexp = "[^\\p{Cntrl}]{1,100}", message = "A group is a line of 1 to 100 characters.")
                        String>
                groups,

        @Schema(
                description =
                        "How many open tickets of a channel the agent gets at most at once; what is left out is usual: "
                                + "1 for phone and in_person, 3 for chat, else 20",
                examples = "{\"chat\": 2, \"email\": 30}")
        Map<
                        Channel,
                        @NotNull(message = "Say how many.") @Min(value = 0, message = "It is 0 to 1,000 tickets.")
                        @Max(value = 1000, message = "It is 0 to 1,000 tickets.") Integer>
                capacity,

        @Kept(message = "A presence is needed: online, away or offline.")
        Presence presence) {

    /** Lists that are left out or removed are empty. */
    public AgentPatch {
        languages = languages == null ? List.of() : languages;
        skills = skills == null ? List.of() : skills;
        groups = groups == null ? List.of() : groups;
        capacity = capacity == null ? Map.of() : capacity;
    }

    boolean changesOnlyPresenceOf(AgentPatch former) {
        return equals(new AgentPatch(
                former.title, former.tier, former.languages, former.skills, former.groups, former.capacity, presence));
    }
}
