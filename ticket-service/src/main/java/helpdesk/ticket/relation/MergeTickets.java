package helpdesk.ticket.relation;

import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which tickets go on in another. */
public record MergeTickets(
        @NotNull(message = "Name the tickets to merge.")
        @Size(min = 1, max = 20, message = "Name 1 to 20 tickets.")
        @Schema(description = "By id or number")
        List<
                        @NotNull(message = "Name a ticket by its id or number.")
                        @Size(min = 1, max = 40, message = "Name a ticket by its id or number.") String>
                sources,

        @PlainText(multiline = true) @Size(max = 1000, message = "A reason has at most 1,000 characters.")
        String reason) {}
