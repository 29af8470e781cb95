package helpdesk.ticket.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a message went.
 *
 * @param ticketId the ticket in which the conversation goes on
 * @param commentId absent when the message is the description of its ticket
 * @param opened whether the conversation went to a ticket in which it was not before: its first one, or a follow-up
 */
@Schema(name = "ReceivedChannelMessage")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReceivedMessageView(UUID ticketId, String number, UUID commentId, boolean opened) {}
