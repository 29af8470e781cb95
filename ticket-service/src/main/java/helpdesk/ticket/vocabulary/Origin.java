package helpdesk.ticket.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Who opened a ticket. */
public enum Origin {
    @JsonProperty("agent")
    AGENT,
    @JsonProperty("integration")
    INTEGRATION,
    @JsonProperty("public")
    PUBLIC,
    @JsonProperty("follow_up")
    FOLLOW_UP,
    /** Nobody asked: we want somebody back who stays away. */
    @JsonProperty("win_back")
    WIN_BACK;

    /** The name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
