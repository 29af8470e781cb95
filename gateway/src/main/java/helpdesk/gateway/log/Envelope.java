package helpdesk.gateway.log;

import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.TellableData;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import java.nio.charset.StandardCharsets;

/** Events in the JSON form in which the log keeps them. */
final class Envelope {

    private static final String ERASED = "erased";
    private static final JsonFormat FORMAT = new JsonFormat();

    private Envelope() {}

    /** The event in structured form; links of customers have lost their token, because the log shall open nothing. */
    static String of(IncomingEvent event) {
        return text(attributes(event)
                .withDataContentType("application/json")
                .withData(TellableData.of(event))
                .build());
    }

    /** The same without what happened. */
    static String erased(IncomingEvent event) {
        return text(attributes(event).withExtension(ERASED, "true").build());
    }

    private static CloudEventBuilder attributes(IncomingEvent event) {
        CloudEventBuilder builder = CloudEventBuilder.v1();
        event.attributes().forEach((name, value) -> {
            if (!name.equals("specversion")) {
                builder.withContextAttribute(name, value);
            }
        });
        return builder;
    }

    private static String text(CloudEvent event) {
        return new String(FORMAT.serialize(event), StandardCharsets.UTF_8);
    }
}
