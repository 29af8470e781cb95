package helpdesk.ticket.sideconversation;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A side conversation as staff see it.
 *
 * @param link by which the third party reads and answers; whoever has it can do so
 */
@Schema(name = "SideConversation")
public record SideConversationView(
        UUID id,
        UUID ticketId,
        String subject,
        Party party,
        SideState state,
        String link,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static SideConversationView of(SideConversation conversation, String link) {
        return new SideConversationView(
                conversation.id(),
                conversation.ticketId(),
                conversation.subject(),
                new Party(conversation.partyName(), conversation.partyEmail()),
                conversation.state(),
                link,
                conversation.createdAt(),
                conversation.updatedAt(),
                conversation.version());
    }
}
