package helpdesk.customer.note;

import helpdesk.platform.persistence.Aggregate;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/** What colleagues should know of a customer. */
@Entity
class CustomerNote extends Aggregate {

    private UUID customerId;
    private String body;
    private boolean pinned;
    private String author;
    private String authorName;
    private Instant createdAt;
    private Instant updatedAt;

    /** For the persistence provider. */
    protected CustomerNote() {}

    CustomerNote(UUID id, UUID customerId, NoteBody body, String author, String authorName, Instant now) {
        super(id);
        this.customerId = customerId;
        this.author = author;
        this.authorName = authorName;
        createdAt = now;
        write(body, now);
    }

    /** Replaces what can be written. Who wrote it first stays its author. */
    void write(NoteBody text, Instant now) {
        body = text.body().strip();
        pinned = text.pinned();
        updatedAt = now;
    }

    NoteBody writable() {
        return new NoteBody(body, pinned);
    }

    UUID customerId() {
        return customerId;
    }

    String author() {
        return author;
    }

    String authorName() {
        return authorName;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
