package helpdesk.platform.paging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import helpdesk.platform.identity.SharedSecret;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Cursors: the sort values of the last item shown, signed together with the list they belong to (its name, filters and
 * order). One that was changed, or is used with another list, is refused.
 */
@ApplicationScoped
public class Cursors {

    private static final int MAC_BYTES = 16;
    private static final TypeReference<List<String>> VALUES = new TypeReference<>() {};

    private final SecretKeySpec key;
    private final ObjectMapper json;

    Cursors(SharedSecret secret, ObjectMapper json) {
        this.key = secret.derive("cursors");
        this.json = json;
    }

    /** The cursor behind an item with these sort values in this list. */
    public String seal(List<String> values, String list) {
        try {
            byte[] body = json.writeValueAsBytes(values);
            byte[] mac = sign(body, list);
            byte[] cursor = Arrays.copyOf(mac, MAC_BYTES + body.length);
            System.arraycopy(body, 0, cursor, MAC_BYTES, body.length);
            return encode(cursor);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The sort values in the cursor; empty when there is no cursor.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-cursor} when we did not make it for this list
     */
    public List<String> open(String cursor, String list) {
        if (cursor == null || cursor.isEmpty()) {
            return List.of();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            // The last character may have bits to spare; a cursor is only what we wrote, to the bit.
            if (bytes.length > MAC_BYTES && encode(bytes).equals(cursor)) {
                byte[] body = Arrays.copyOfRange(bytes, MAC_BYTES, bytes.length);
                if (MessageDigest.isEqual(Arrays.copyOf(bytes, MAC_BYTES), sign(body, list))) {
                    return json.readValue(body, VALUES);
                }
            }
        } catch (IllegalArgumentException | IOException notOurs) {
            // Answered below like every other cursor that we did not make.
        }
        throw PlatformProblem.INVALID_CURSOR.at(
                "?after", "Use the cursor from next with the same filters and order, or start again without one.");
    }

    private static String encode(byte[] cursor) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    private byte[] sign(byte[] body, String list) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(list.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(body), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
