package helpdesk.gateway.log;

import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.TellableData;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import java.nio.charset.StandardCharsets;

/** Events in the JSON form in which the log keeps them. */
final class Envelope {

    private static final JsonFormat FORMAT = new JsonFormat();

    private Envelope() {}

    /** The event in structured form; links of customers have lost their token, because the log shall open nothing. */
    static String of(IncomingEvent event) {
        CloudEventBuilder builder = CloudEventBuilder.v1();
        event.attributes().forEach((name, value) -> {
            if (!name.equals("specversion")) {
                builder.withContextAttribute(name, value);
            }
        });
        byte[] data = TellableData.of(event);
        byte[] json = FORMAT.serialize(
                builder.withDataContentType("application/json").withData(data).build());
        return new String(json, StandardCharsets.UTF_8);
    }
}
