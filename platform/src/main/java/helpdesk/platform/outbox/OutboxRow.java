package helpdesk.platform.outbox;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

/** One event that waits to be published, as the table {@code outbox_event} holds it. */
record OutboxRow(
        UUID id,
        String topic,
        String key,
        String type,
        String source,
        String subject,
        long sequence,
        Instant time,
        String payload,
        Map<String, String> headers,
        String traceParent) {

    CloudEvent toCloudEvent() {
        CloudEventBuilder event = CloudEventBuilder.v1()
                .withId(id.toString())
                .withSource(URI.create(source))
                .withType(type)
                .withSubject(subject)
                .withTime(time.atOffset(ZoneOffset.UTC))
                .withDataSchema(URI.create("/events/" + type + ".schema.json"))
                .withDataContentType("application/json")
                .withData(payload.getBytes(StandardCharsets.UTF_8))
                .withExtension("partitionkey", key)
                .withExtension("sequence", Long.toString(sequence));
        headers.forEach(event::withExtension);
        if (traceParent != null) {
            event.withExtension("traceparent", traceParent);
        }
        return event.build();
    }
}
