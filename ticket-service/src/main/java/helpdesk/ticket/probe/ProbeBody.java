package helpdesk.ticket.probe;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.platform.contact.EmailAddress;
import helpdesk.platform.contact.LanguageTag;
import helpdesk.platform.text.PlainText;
import helpdesk.ticket.ticketing.ProbeRequest;
import helpdesk.ticket.vocabulary.Channel;
import helpdesk.ticket.vocabulary.Priority;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What people write of a probe, as a whole or, as a merge patch, in part. */
@Schema(name = "NewProbe")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProbeBody(
        @NotNull(message = "Give the probe a name.")
        @PlainText
        @Size(max = 100, message = "A name has at most 100 characters.")
        @Schema(examples = "Chat on a workday")
        String name,

        @Schema(defaultValue = "true") Boolean active,

        @NotNull(message = "Say by which channel it asks.") Channel channel,

        @NotNull(message = "Say every how many minutes it asks.")
        @Min(value = 5, message = MINUTES)
        @Max(value = 44640, message = MINUTES)
        @Schema(examples = "1440")
        Integer everyMinutes,

        @Schema(description = "When it asks next; when left out, at once")
        Instant nextAt,

        @NotNull(message = "Say in a line what it asks about.")
        @PlainText
        @Size(max = 300, message = "A subject has at most 300 characters.")
        String subject,

        @NotNull(message = "Say what it asks.")
        @PlainText(multiline = true, message = "Say what it asks.")
        @Size(max = 10000, message = "A description has at most 10,000 characters.")
        String description,

        @LanguageTag @Schema(description = "BCP 47") String language,
        @Schema(defaultValue = "normal") Priority priority,

        @NotNull(message = "Say what the one who asks is called.")
        @PlainText
        @Size(max = 200, message = "A name has at most 200 characters.")
        @Schema(examples = "Robin Vale")
        String requesterName,

        @EmailAddress @Schema(description = "A mailbox of your own, where answers arrive")
        String requesterEmail) {

    private static final String MINUTES = "It is 5 to 44,640 minutes, 31 days.";

    /** Fills in what was left out. */
    public ProbeBody {
        active = active == null || active;
        priority = priority == null ? Priority.NORMAL : priority;
    }

    ProbeRequest request() {
        return new ProbeRequest(channel, requesterName, requesterEmail, subject, description, language, priority);
    }
}
