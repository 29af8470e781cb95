package helpdesk.ticket.request;

import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.Size;

/** What the requester may say when it is solved. */
public record SolveRequest(
        @PlainText(multiline = true, message = "Leave it out, or write something.")
        @Size(max = 2000, message = "At most 2,000 characters.")
        String comment) {}
