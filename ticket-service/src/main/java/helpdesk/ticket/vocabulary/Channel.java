package helpdesk.ticket.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The way in which somebody made contact. */
public enum Channel {
    @JsonProperty("email")
    EMAIL,
    @JsonProperty("phone")
    PHONE,
    @JsonProperty("web")
    WEB,
    @JsonProperty("chat")
    CHAT,
    @JsonProperty("social")
    SOCIAL,
    @JsonProperty("in_person")
    IN_PERSON,
    @JsonProperty("api")
    API;

    /** The name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
