package helpdesk.notification.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.TellableData;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** The body of what is sent: type, timestamp and data, as Standard Webhooks has it, and what CloudEvents adds. */
final class Payload {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> KEPT =
            List.of("id", "source", "subject", "sequence", "correlationid", "causationid", "actor");

    private Payload() {}

    static String of(IncomingEvent event) {
        ObjectNode body = JSON.createObjectNode();
        body.put("type", event.type());
        body.put("timestamp", event.time().toString());
        KEPT.stream()
                .filter(event.attributes()::containsKey)
                .forEach(name -> body.put(name, event.attributes().get(name)));
        // As it was written: read and written again, numbers might not be the same.
        body.putRawValue("data", new RawValue(new String(TellableData.of(event), StandardCharsets.UTF_8)));
        return write(body);
    }

    static String ofPing(String type, String subject, Instant now) {
        ObjectNode body = JSON.createObjectNode();
        body.put("type", type);
        body.put("timestamp", now.toString());
        body.put("subject", subject);
        body.putObject("data").put("webhookId", subject);
        return write(body);
    }

    private static String write(ObjectNode body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
