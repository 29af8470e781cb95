package helpdesk.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * An event on the wire.
 *
 * @param attributes all CloudEvents attributes and extensions but the data
 * @param data null when there is none or it is not JSON
 */
public record Event(Map<String, String> attributes, String key, JsonNode data) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads a record in binary mode. */
    static Event of(ConsumerRecord<String, byte[]> record) {
        Map<String, String> attributes = new TreeMap<>();
        record.headers().forEach(header -> {
            if (header.key().startsWith("ce_")) {
                attributes.put(header.key().substring(3), new String(header.value(), StandardCharsets.UTF_8));
            } else {
                attributes.put("header:" + header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        });
        return new Event(attributes, record.key(), readOrNull(record.value()));
    }

    /** The same event with a new id, as if it had happened again. */
    public Event again() {
        return with("id", UUID.randomUUID().toString());
    }

    /** The same event with another attribute. */
    public Event with(String attribute, String value) {
        Map<String, String> changed = new TreeMap<>(attributes);
        changed.put(attribute, value);
        return new Event(changed, attribute.equals("subject") ? value : key, data);
    }

    /** The same event with another value in its data. */
    public Event withData(String field, Object value) {
        ObjectNode changed = data.deepCopy();
        changed.set(field, JSON.valueToTree(value));
        return new Event(attributes, key, changed);
    }

    public String type() {
        return attributes.get("type");
    }

    public String id() {
        return attributes.get("id");
    }

    public String subject() {
        return attributes.get("subject");
    }

    public long sequence() {
        return Long.parseLong(attributes.get("sequence"));
    }

    ProducerRecord<String, byte[]> toRecord(String topic) {
        try {
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, JSON.writeValueAsBytes(data));
            attributes.forEach(
                    (name, value) -> record.headers().add("ce_" + name, value.getBytes(StandardCharsets.UTF_8)));
            record.headers().add("content-type", "application/json".getBytes(StandardCharsets.UTF_8));
            return record;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode readOrNull(byte[] value) {
        try {
            return value == null ? null : JSON.readTree(value);
        } catch (IOException e) {
            return null;
        }
    }
}
