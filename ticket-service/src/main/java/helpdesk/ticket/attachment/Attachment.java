package helpdesk.ticket.attachment;

import helpdesk.ticket.ticketing.AuthorData;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A file on a ticket. Its content never changes; it is part of what was said once a comment names it. */
@Entity
public class Attachment {

    @Id
    private UUID id;

    private UUID ticketId;
    private UUID commentId;
    private String name;
    private String mediaType;
    private long size;
    private String sha256;

    @Enumerated(EnumType.STRING)
    private FileVisibility visibility;

    @Enumerated(EnumType.STRING)
    private AuthorData.Kind authorKind;

    private UUID authorId;
    private String authorName;
    private Instant createdAt;

    /** For the persistence provider. */
    protected Attachment() {}

    Attachment(UUID id, UUID ticketId, ReceivedFile file, FileVisibility visibility, AuthorData author, Instant now) {
        this.id = id;
        this.ticketId = ticketId;
        this.name = file.name();
        this.mediaType = file.mediaType();
        this.size = file.size();
        this.sha256 = file.sha256();
        this.visibility = visibility;
        this.authorKind = author.kind();
        this.authorId = author.id();
        this.authorName = author.name();
        this.createdAt = now;
    }

    /** Becomes part of what was said, for those who may read that. */
    void belongTo(UUID ticket, UUID comment, FileVisibility readers) {
        ticketId = ticket;
        commentId = comment;
        visibility = readers;
    }

    UUID id() {
        return id;
    }

    UUID ticketId() {
        return ticketId;
    }

    /** Null as long as no comment names it. */
    UUID commentId() {
        return commentId;
    }

    String name() {
        return name;
    }

    /** As its content says. */
    String mediaType() {
        return mediaType;
    }

    /** In bytes. */
    long size() {
        return size;
    }

    /** In lower-case hexadecimal digits. */
    String sha256() {
        return sha256;
    }

    FileVisibility visibility() {
        return visibility;
    }

    AuthorData author() {
        return new AuthorData(authorKind, authorId, authorName, null);
    }

    Instant createdAt() {
        return createdAt;
    }
}
