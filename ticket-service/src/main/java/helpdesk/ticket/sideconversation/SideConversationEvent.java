package helpdesk.ticket.sideconversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.platform.outbox.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** We wrote to a third party, who is to be told where to read and answer. The text stays here. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SideConversationEvent(
        UUID sideConversationId,
        UUID ticketId,
        String subject,
        Party party,
        String authorName,
        String authorTitle,
        String link,
        Instant writtenAt)
        implements DomainEvent {

    @Override
    public String eventType() {
        return "org.helpdesk.side-conversation.written.v1";
    }
}
