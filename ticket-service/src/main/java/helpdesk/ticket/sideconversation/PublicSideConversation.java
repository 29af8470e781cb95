package helpdesk.ticket.sideconversation;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A side conversation as the third party sees it. */
@Schema(name = "SideConversationByLink")
public record PublicSideConversation(String subject, SideState state, Instant createdAt) {

    static PublicSideConversation of(SideConversation conversation) {
        return new PublicSideConversation(conversation.subject(), conversation.state(), conversation.createdAt());
    }
}
