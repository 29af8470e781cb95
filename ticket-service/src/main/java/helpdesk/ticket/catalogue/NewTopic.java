package helpdesk.ticket.catalogue;

import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A category or cause to be. Without a name, the last part of its path is its name. */
@Schema(name = "NewTopic")
public record NewTopic(
        @NotNull(message = "Say where in the tree it belongs.")
        @PlainText
        @Size(max = 100, message = "A path has at most 100 characters.")
        @Pattern(regexp = TopicPath.PATTERN, message = TopicPath.MESSAGE)
        @Schema(examples = "billing/refund")
        String path,

        @PlainText @Size(max = 100, message = "A name has at most 100 characters.")
        String name) {}
