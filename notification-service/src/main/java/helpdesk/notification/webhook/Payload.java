package helpdesk.notification.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import helpdesk.platform.inbox.IncomingEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
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
        try {
            body.set("data", JSON.readTree(event.bytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return body.toString();
    }

    static String ofPing(String type, String subject, Instant now) {
        ObjectNode body = JSON.createObjectNode();
        body.put("type", type);
        body.put("timestamp", now.toString());
        body.put("subject", subject);
        body.putObject("data").put("webhookId", subject);
        return body.toString();
    }
}
