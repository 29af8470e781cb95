package helpdesk.ticket.macro;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.ticket.conversation.CommentView;
import helpdesk.ticket.ticketing.TicketView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a macro did, or in a preview would do.
 *
 * @param reply the reply with its placeholders filled; absent when it has none
 * @param comment the entry that the reply became; absent in a preview
 */
@Schema(name = "AppliedMacro")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AppliedMacro(TicketView ticket, String reply, MacroChanges changes, CommentView comment) {}
