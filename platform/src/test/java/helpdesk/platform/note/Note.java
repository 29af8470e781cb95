package helpdesk.platform.note;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.platform.persistence.Aggregate;
import helpdesk.platform.persistence.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The smallest aggregate there is. */
@Entity
@Table(name = "note")
public class Note extends Aggregate {

    private String text;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, JsonNode> custom;

    @Column(name = "written_at")
    private Instant writtenAt;

    protected Note() {}

    public Note(String text, Map<String, JsonNode> custom, Instant now) {
        super(Ids.next());
        this.text = text;
        this.custom = custom;
        this.writtenAt = now;
    }

    public NoteEvent.Written written() {
        return new NoteEvent.Written(id(), text, writtenAt);
    }

    public NoteEvent.Changed change(String newText) {
        text = newText;
        return new NoteEvent.Changed(id(), text);
    }

    /** An event without a change, which the outbox refuses. */
    public NoteEvent.Changed pretend() {
        return new NoteEvent.Changed(id(), text);
    }

    String text() {
        return text;
    }

    Map<String, JsonNode> custom() {
        return custom;
    }
}
