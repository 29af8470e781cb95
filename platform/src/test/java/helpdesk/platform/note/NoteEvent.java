package helpdesk.platform.note;

import helpdesk.platform.outbox.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** What happens to notes. */
public sealed interface NoteEvent extends DomainEvent {

    record Written(UUID noteId, String text, Instant writtenAt) implements NoteEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.note.written.v1";
        }
    }

    record Changed(UUID noteId, String text) implements NoteEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.note.changed.v1";
        }
    }
}
