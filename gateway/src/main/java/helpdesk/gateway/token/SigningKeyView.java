package helpdesk.gateway.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A signing key as administrators see it; what it is made of is at {@code /.well-known/jwks.json}.
 *
 * @param signsFrom when it takes the place of the one before
 * @param endsAt when the last token of it has expired, and it is published no longer
 */
@Schema(name = "SigningKey")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SigningKeyView(String kid, State state, Instant createdAt, Instant signsFrom, Instant endsAt) {

    /** What a key is good for. */
    @Schema(name = "SigningKeyState")
    public enum State {
        /** It is published, so that everybody has it before it signs. */
        ANNOUNCED,
        SIGNING,
        /** Tokens of it are good until they expire. */
        VERIFYING;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Of this key.
     *
     * @param signing the id of the one that signs now; may be null
     */
    static SigningKeyView of(SigningKey key, String signing, Instant now) {
        State state = key.kid().equals(signing)
                ? State.SIGNING
                : now.isBefore(key.signsFrom()) ? State.ANNOUNCED : State.VERIFYING;
        return new SigningKeyView(key.kid(), state, key.createdAt(), key.signsFrom(), key.endsAt());
    }
}
