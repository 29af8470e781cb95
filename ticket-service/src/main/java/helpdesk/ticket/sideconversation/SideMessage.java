package helpdesk.ticket.sideconversation;

import helpdesk.ticket.ticketing.AuthorData;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A word between us and a third party. */
@Entity
@Immutable
public class SideMessage {

    @Id
    private UUID id;

    private UUID sideConversationId;
    private String body;
    private boolean byParty;
    private UUID authorId;
    private String authorName;
    private String authorTitle;
    private Instant createdAt;

    /** For the persistence provider. */
    protected SideMessage() {}

    private SideMessage(UUID id, UUID sideConversationId, String body, boolean byParty, Instant now) {
        this.id = id;
        this.sideConversationId = sideConversationId;
        this.body = body.strip();
        this.byParty = byParty;
        this.createdAt = now;
    }

    static SideMessage ofStaff(UUID id, UUID conversation, String body, AuthorData author, Instant now) {
        SideMessage message = new SideMessage(id, conversation, body, false, now);
        message.authorId = author.id();
        message.authorName = author.name();
        message.authorTitle = author.title();
        return message;
    }

    static SideMessage ofParty(UUID id, SideConversation conversation, String body, Instant now) {
        SideMessage message = new SideMessage(id, conversation.id(), body, true, now);
        message.authorName = conversation.partyName();
        return message;
    }

    UUID id() {
        return id;
    }

    String body() {
        return body;
    }

    boolean isByParty() {
        return byParty;
    }

    UUID authorId() {
        return authorId;
    }

    String authorName() {
        return authorName;
    }

    String authorTitle() {
        return authorTitle;
    }

    Instant createdAt() {
        return createdAt;
    }
}
