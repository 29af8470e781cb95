package helpdesk.platform.note;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.outbox.Outbox;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

@ApplicationScoped
@Transactional
public class NoteService {

    private final Notes notes;
    private final Outbox outbox;
    private final Patcher patcher;
    private final Clock clock;
    private final EntityManager entities;

    NoteService(Notes notes, Outbox outbox, Patcher patcher, Clock clock, EntityManager entities) {
        this.notes = notes;
        this.outbox = outbox;
        this.patcher = patcher;
        this.clock = clock;
        this.entities = entities;
    }

    public Note write(String text, Map<String, JsonNode> custom) {
        Note note = new Note(text, custom, clock.instant());
        notes.persist(note);
        outbox.append(note, note.written());
        return note;
    }

    public Note write(String text) {
        return write(text, null);
    }

    /** As many events as texts, in one transaction. */
    public Note change(UUID id, String... texts) {
        Note note = notes.findById(id);
        for (String text : texts) {
            outbox.append(note, note.change(text));
        }
        return note;
    }

    public void pretendChange(UUID id) {
        Note note = notes.findById(id);
        outbox.append(note, note.pretend());
    }

    public Note patch(UUID id, MergePatch patch, IfMatch ifMatch) {
        Note note = notes.findByIdOptional(id).orElseThrow(() -> PlatformProblem.NOT_FOUND.problem("No such note."));
        ifMatch.require(note.version());
        NoteFields fields = patcher.apply(patch, new NoteFields(note.text(), note.custom()));
        outbox.append(note, note.change(fields.text()));
        return note;
    }

    public void writeAndFail(String text, RuntimeException failure) {
        write(text);
        throw failure;
    }

    /** The session ends in the middle of the commit. */
    public void writeAndBreakCommit(String text) {
        write(text);
        entities.createNativeQuery("insert into broken_commit values (1)").executeUpdate();
    }
}
