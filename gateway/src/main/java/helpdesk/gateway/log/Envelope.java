package helpdesk.gateway.log;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.PoisonException;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Events in the JSON form in which the log keeps them. */
final class Envelope {

    private static final String OWN_TYPES = "org.helpdesk.";
    private static final String LINK = "link";
    private static final JsonFormat FORMAT = new JsonFormat();
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Envelope() {}

    /** The event in structured form; links of customers have lost their token, because the log shall open nothing. */
    static String of(IncomingEvent event) {
        CloudEventBuilder builder = CloudEventBuilder.v1();
        event.attributes().forEach((name, value) -> {
            if (!name.equals("specversion")) {
                builder.withContextAttribute(name, value);
            }
        });
        byte[] data = event.type().startsWith(OWN_TYPES) ? withoutToken(event.bytes()) : event.bytes();
        byte[] json = FORMAT.serialize(
                builder.withDataContentType("application/json").withData(data).build());
        return new String(json, StandardCharsets.UTF_8);
    }

    private static byte[] withoutToken(byte[] data) {
        try {
            if (JSON.readTree(data) instanceof ObjectNode fields
                    && fields.path(LINK).isTextual()) {
                String link = fields.get(LINK).asText();
                fields.put(LINK, link.substring(0, link.lastIndexOf('/') + 1) + "redacted");
                return JSON.writeValueAsBytes(fields);
            }
            return data;
        } catch (IOException e) {
            throw new PoisonException("The data is not JSON");
        }
    }
}
