package helpdesk.ticket.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A mail that became a ticket or a comment.
 *
 * @param mailId as in GET /api/v1/mails/{id}
 * @param commentId the comment that it became; absent when it opened the ticket
 */
@Schema(name = "TicketMail")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MailPart(UUID mailId, UUID commentId, List<MailFile> attachments, Instant receivedAt) {}
