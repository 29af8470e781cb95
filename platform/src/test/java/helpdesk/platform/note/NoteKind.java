package helpdesk.platform.note;

import com.fasterxml.jackson.annotation.JsonProperty;

/** An enum with a wire name of its own. */
enum NoteKind {
    @JsonProperty("plain")
    PLAIN,
    @JsonProperty("in_person")
    IN_PERSON
}
