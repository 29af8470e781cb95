package helpdesk.platform.note;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;

@JsonInclude(JsonInclude.Include.NON_NULL)
record NoteView(UUID id, String text, Map<String, JsonNode> custom, long version) {

    static NoteView of(Note note) {
        return new NoteView(note.id(), note.text(), note.custom(), note.version());
    }
}
