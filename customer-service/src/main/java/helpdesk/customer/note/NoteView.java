package helpdesk.customer.note;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A note as the API shows it.
 *
 * @param author who wrote it, {@code account:<id>} or {@code apikey:<id>}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Note")
record NoteView(
        UUID id,
        String body,
        boolean pinned,
        String author,
        String authorName,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static NoteView of(CustomerNote note) {
        NoteBody body = note.writable();
        return new NoteView(
                note.id(),
                body.body(),
                body.pinned(),
                note.author(),
                note.authorName(),
                note.createdAt(),
                note.updatedAt(),
                note.version());
    }
}
