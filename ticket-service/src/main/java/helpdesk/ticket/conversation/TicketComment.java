package helpdesk.ticket.conversation;

import helpdesk.ticket.ticketing.AuthorData;
import helpdesk.ticket.vocabulary.Channel;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A public reply or an internal note. What was said is never changed. */
@Entity
@Immutable
public class TicketComment {

    @Id
    private UUID id;

    private UUID ticketId;
    private String body;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    private AuthorData.Kind authorKind;

    private UUID authorId;
    private String authorName;
    private String authorTitle;
    private Instant createdAt;

    /** For the persistence provider. */
    protected TicketComment() {}

    TicketComment(
            UUID id,
            UUID ticketId,
            String body,
            Visibility visibility,
            Channel channel,
            AuthorData author,
            Instant createdAt) {
        this.id = id;
        this.ticketId = ticketId;
        this.body = body;
        this.visibility = visibility;
        this.channel = channel;
        this.authorKind = author.kind();
        this.authorId = author.id();
        this.authorName = author.name();
        this.authorTitle = author.title();
        this.createdAt = createdAt;
    }

    public UUID id() {
        return id;
    }

    public UUID ticketId() {
        return ticketId;
    }

    public String body() {
        return body;
    }

    Visibility visibility() {
        return visibility;
    }

    Channel channel() {
        return channel;
    }

    public AuthorData author() {
        return new AuthorData(authorKind, authorId, authorName, authorTitle);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
