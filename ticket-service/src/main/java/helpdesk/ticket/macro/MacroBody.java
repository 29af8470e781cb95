package helpdesk.ticket.macro;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.platform.text.PlainText;
import helpdesk.ticket.conversation.Visibility;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a macro says and does. */
@Schema(name = "MacroToKeep")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MacroBody(
        @NotNull(message = "Give the macro a name.")
        @PlainText
        @Size(max = 100, message = "A name has at most 100 characters.")
        String name,

        @PlainText(multiline = true)
        @Size(max = 65536, message = "A reply has at most 65,536 characters.")
        @KnownPlaceholders
        @Schema(
                description =
                        "With placeholders: {{requester.name}}, {{requester.fullName}}, {{agent.name}}, {{agent.title}}, "
                                + "{{ticket.number}}, {{ticket.subject}}, {{ticket.status}}")
        String reply,

        @Schema(defaultValue = "public") Visibility visibility,
        @Valid MacroChanges changes,
        Boolean active) {

    /** Fills in what was left out: a public reply, no changes, in use. */
    public MacroBody {
        visibility = visibility == null ? Visibility.PUBLIC : visibility;
        changes = changes == null ? MacroChanges.none() : changes;
        active = active == null || active;
    }
}
