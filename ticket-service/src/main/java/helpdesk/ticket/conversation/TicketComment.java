package helpdesk.ticket.conversation;

import helpdesk.ticket.ticketing.AuthorData;
import helpdesk.ticket.vocabulary.Channel;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A public reply, an internal note, or a call. What was said is never changed; a split takes it to another ticket. */
@Entity
public class TicketComment {

    @Id
    private UUID id;

    private UUID ticketId;

    @Column(updatable = false)
    private String body;

    @Column(updatable = false)
    private String original;

    @Enumerated(EnumType.STRING)
    private EntryKind kind;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private CallDetails call;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(updatable = false)
    private List<UUID> mentionIds;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    private AuthorData.Kind authorKind;

    private UUID authorId;
    private String authorName;
    private String authorTitle;

    /** By which it came or goes out; null when by none. */
    private String network;

    @Column(updatable = false)
    private Instant sentAt;

    private Instant createdAt;

    /** For the persistence provider. */
    protected TicketComment() {}

    TicketComment(
            UUID id,
            UUID ticketId,
            Saying saying,
            Visibility visibility,
            Channel channel,
            AuthorData author,
            Instant createdAt) {
        this.id = id;
        this.ticketId = ticketId;
        this.body = saying.body();
        this.original = saying.original();
        this.kind = saying.call() == null ? EntryKind.COMMENT : EntryKind.CALL;
        this.call = saying.call();
        this.mentionIds = List.copyOf(saying.mentions());
        this.visibility = visibility;
        this.channel = channel;
        this.authorKind = author.kind();
        this.authorId = author.id();
        this.authorName = author.name();
        this.authorTitle = author.title();
        this.createdAt = createdAt;
    }

    /** It was said on a network, and brought here from there. */
    TicketComment broughtFrom(String itsNetwork, Instant itsTime) {
        network = itsNetwork;
        sentAt = itsTime;
        return this;
    }

    /** It is to be said on a network, too. */
    public void goOutBy(String itsNetwork) {
        network = itsNetwork;
    }

    /** Takes it to another ticket. */
    void moveTo(UUID ticket) {
        ticketId = ticket;
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

    /** The whole mail; null when nothing was taken out of it. */
    String original() {
        return original;
    }

    EntryKind kind() {
        return kind;
    }

    CallDetails call() {
        return call;
    }

    List<UUID> mentionIds() {
        return mentionIds;
    }

    /** Whether the requester may read it. */
    public boolean isPublic() {
        return visibility == Visibility.PUBLIC;
    }

    Visibility visibility() {
        return visibility;
    }

    Channel channel() {
        return channel;
    }

    String network() {
        return network;
    }

    /** When it was said on the network; null when nobody told. */
    Instant sentAt() {
        return sentAt;
    }

    /** Whether it is an answer that goes out by a network. */
    boolean goesOut() {
        return network != null && authorKind == AuthorData.Kind.AGENT;
    }

    public AuthorData author() {
        return new AuthorData(authorKind, authorId, authorName, authorTitle);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
