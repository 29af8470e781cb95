package helpdesk.ticket.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an entry of the conversation is. */
@Schema(name = "EntryKind")
public enum EntryKind {
    @JsonProperty("comment")
    COMMENT,
    @JsonProperty("call")
    CALL
}
