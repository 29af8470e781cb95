package helpdesk.ticket.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Who may read a comment: everybody on the ticket, or the staff. */
public enum Visibility {
    @JsonProperty("public")
    PUBLIC,
    @JsonProperty("internal")
    INTERNAL;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
