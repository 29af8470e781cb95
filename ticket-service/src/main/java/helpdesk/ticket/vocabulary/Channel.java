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

    /** How many open tickets of it somebody usually has at most at once: one voice, a few windows, a pile of letters. */
    public int usualCapacity() {
        return switch (this) {
            case PHONE, IN_PERSON -> 1;
            case CHAT -> 3;
            case EMAIL, WEB, SOCIAL, API -> 20;
        };
    }

    /** The name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
