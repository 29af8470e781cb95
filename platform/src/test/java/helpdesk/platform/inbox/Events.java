package helpdesk.platform.inbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import helpdesk.testing.Event;
import java.util.Map;
import java.util.UUID;

/** Events as another service would send them. */
final class Events {

    static final String TOPIC = "helpdesk.inbound";

    private Events() {}

    static Event of(String subject) {
        return new Event(
                Map.of(
                        "specversion", "1.0",
                        "id", UUID.randomUUID().toString(),
                        "source", "/another-service",
                        "type", "org.helpdesk.thing.happened.v1",
                        "subject", subject,
                        "time", "2026-03-29T08:30:00Z",
                        "sequence", "3",
                        "correlationid", "correlation-of-" + subject,
                        "actor", "account:1",
                        "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
                subject,
                JsonNodeFactory.instance.objectNode().put("name", subject));
    }
}
