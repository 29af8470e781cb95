package helpdesk.ticket.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.platform.contact.EmailAddress;
import helpdesk.platform.text.PlainText;
import helpdesk.ticket.macro.KnownPlaceholders;
import helpdesk.ticket.ticketing.Audience;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom a rule tells something, and what. */
@Schema(name = "RuleNotice")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleNotice(
        @Size(max = 4, message = "At most 4.")
        @Schema(description = "group: agents who name the ticket's group among theirs, the first 50")
        Set<@NotNull(message = "Say whom to tell.") Audience> to,

        @Size(max = 10, message = "At most 10 addresses.")
        List<@NotNull(message = "Give a mail address.") @EmailAddress String> emails,

        @NotNull(message = "Say in a line what it is about.")
        @PlainText
        @Size(max = 200, message = "A subject has at most 200 characters.")
        @KnownPlaceholders
        String subject,

        @NotNull(message = "Say what to tell.")
        @PlainText(multiline = true, message = "Say what to tell.")
        @Size(max = 5000, message = "A text has at most 5,000 characters.")
        @KnownPlaceholders
        @Schema(description = "With the placeholders of macros; agent is who has the ticket")
        String body) {

    /** Nobody is told who is not named. */
    public RuleNotice {
        to = to == null ? Set.of() : to;
        emails = emails == null ? List.of() : emails.stream().distinct().toList();
    }
}
