package helpdesk.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/**
 * A record as the database keeps it.
 *
 * @param key may be null
 * @param value may be null
 * @param headers as text; the last one of a name
 */
record StoredRecord(
        String topic, int partition, long offset, byte[] key, byte[] value, Map<String, String> headers, Instant time) {

    static StoredRecord of(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(text(header.key()), text(new String(header.value(), StandardCharsets.UTF_8)));
            }
        }
        return new StoredRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key() == null ? null : record.key().getBytes(StandardCharsets.UTF_8),
                record.value(),
                headers,
                Instant.ofEpochMilli(record.timestamp()));
    }

    /** The record as it came. */
    ConsumerRecord<String, byte[]> toRecord() {
        RecordHeaders original = new RecordHeaders();
        headers.forEach((name, text) -> original.add(name, text.getBytes(StandardCharsets.UTF_8)));
        return new ConsumerRecord<>(
                topic,
                partition,
                offset,
                time.toEpochMilli(),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                key == null ? null : new String(key, StandardCharsets.UTF_8),
                value,
                original,
                Optional.empty());
    }

    /** PostgreSQL's text has no U+0000; a record that has one must not make its own dead letter impossible. */
    static String text(String any) {
        return any.replace('\u0000', '\uFFFD');
    }
}
