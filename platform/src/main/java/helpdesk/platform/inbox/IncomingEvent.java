package helpdesk.platform.inbox;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import helpdesk.platform.identity.Actor;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An event as a consumer sees it.
 *
 * @param id unique together with {@code source}
 * @param publishedAt when the broker got it
 * @param sequence the aggregate's version, or -1 when the source does not count
 * @param correlationId the request or event that began the chain; the event's own id when it says nothing
 * @param actor who caused it, as text; may be null for events from outside
 * @param attributes all CloudEvents attributes and extensions as text, for those who keep or hand on the whole event
 */
public record IncomingEvent(
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        Instant publishedAt,
        long sequence,
        String correlationId,
        String actor,
        String traceParent,
        Map<String, String> attributes,
        byte[] bytes) {

    private static final ObjectMapper JSON = TolerantJson.create();

    /**
     * Reads the record.
     *
     * @throws PoisonException when it is not a CloudEvent with JSON data
     */
    public static IncomingEvent of(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            throw new PoisonException("The record has no value");
        }
        CloudEvent event = cloudEvent(record);
        IncomingEvent incoming = new IncomingEvent(
                event.getId(),
                event.getSource().toString(),
                event.getType(),
                event.getSubject(),
                time(event, record),
                Instant.ofEpochMilli(record.timestamp()),
                sequence(event),
                text(event, "correlationid", event.getId()),
                text(event, "actor", null),
                text(event, "traceparent", null),
                attributes(event),
                record.value());
        incoming.requireJson();
        return incoming;
    }

    /**
     * The data as the consumer's own record: fields it does not know are ignored.
     *
     * @throws PoisonException when the data does not fit
     */
    public <T> T data(Class<T> type) {
        try {
            return JSON.readValue(bytes, type);
        } catch (IOException e) {
            throw new PoisonException("The data does not fit " + this.type + ": " + firstLine(e));
        }
    }

    /** Who caused it; the given actor when the event does not say, or says it in a way of its own. */
    public Actor actorOr(Actor fallback) {
        try {
            return actor == null ? fallback : Actor.parse(actor);
        } catch (IllegalArgumentException notOurs) {
            return fallback;
        }
    }

    /**
     * Refuses a type that none of our services can have written. Types of ours that a consumer does not know are not
     * refused: a newer producer may have added them.
     *
     * @throws PoisonException when the type does not begin with {@code org.helpdesk.}
     */
    public void requireOwnNamespace() {
        if (!type.startsWith("org.helpdesk.")) {
            throw new PoisonException("The type " + type + " is unknown on this topic");
        }
    }

    private void requireJson() {
        ObjectReader reader = JSON.reader();
        try {
            if (!reader.readTree(bytes).isObject()) {
                throw new PoisonException("The data is not a JSON object");
            }
        } catch (IOException e) {
            throw new PoisonException("The data is not JSON: " + firstLine(e));
        }
    }

    private static CloudEvent cloudEvent(ConsumerRecord<String, byte[]> record) {
        try {
            return KafkaMessageFactory.createReader(record).toEvent();
        } catch (RuntimeException e) {
            throw new PoisonException("The record is not a CloudEvent: " + firstLine(e));
        }
    }

    private static Map<String, String> attributes(CloudEvent event) {
        Map<String, String> attributes = new LinkedHashMap<>();
        event.getAttributeNames().forEach(name -> put(attributes, name, event.getAttribute(name)));
        event.getExtensionNames().forEach(name -> put(attributes, name, event.getExtension(name)));
        return Collections.unmodifiableMap(attributes);
    }

    private static void put(Map<String, String> attributes, String name, Object value) {
        if (value != null) {
            attributes.put(name, value.toString());
        }
    }

    private static Instant time(CloudEvent event, ConsumerRecord<String, byte[]> record) {
        OffsetDateTime time = event.getTime();
        return time == null ? Instant.ofEpochMilli(record.timestamp()) : time.toInstant();
    }

    private static long sequence(CloudEvent event) {
        try {
            return Long.parseLong(text(event, "sequence", "-1"));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static String text(CloudEvent event, String extension, String fallback) {
        Object value = event.getExtension(extension);
        return value == null ? fallback : value.toString();
    }

    private static String firstLine(Exception e) {
        String message = e instanceof JacksonException json ? json.getOriginalMessage() : e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
