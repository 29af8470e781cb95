package helpdesk.gateway.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import helpdesk.gateway.GatewayProblem;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

/**
 * A first look at a body, before anything is built from it: seven megabytes of empty objects would be hundreds of megabytes in
 * memory.
 */
final class EventOutline {

    private static final int MOST_EVENTS = 100;

    /** An event has 64 KiB at most; as it is written it may have blanks besides. */
    private static final int LONGEST_WRITTEN = 256 * 1024;

    /** Names of fields are not remembered: there may be very many. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private EventOutline() {}

    /** Refuses what is far too long for one event. */
    static void ofOne(byte[] body) {
        if (body.length > LONGEST_WRITTEN) {
            throw tooLarge("");
        }
    }

    /** Refuses what is no list of 1 to 100 elements, or has one that is far too long. */
    static void ofBatch(byte[] body) {
        try (JsonParser parser = JSON.createParser(new StringReader(new String(body, StandardCharsets.UTF_8)))) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw notABatch();
            }
            int count = 0;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (count == MOST_EVENTS) {
                    throw notABatch();
                }
                long begin = parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                if (parser.currentLocation().getCharOffset() - begin > LONGEST_WRITTEN) {
                    throw tooLarge("/" + count);
                }
                count++;
            }
            if (count == 0) {
                throw notABatch();
            }
        } catch (IOException e) {
            throw EventReader.unreadable(e);
        }
    }

    private static RuntimeException notABatch() {
        return GatewayProblem.INVALID_EVENT.at("", "A batch is a list of 1 to %d events.", MOST_EVENTS);
    }

    private static RuntimeException tooLarge(String pointer) {
        return GatewayProblem.INVALID_EVENT.at(pointer, "An event has at most 64 KiB.");
    }
}
