package helpdesk.platform.inbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A record that a consumer could not handle, kept with its cause until an operator redelivers it. */
@Entity
@Table(name = "dead_letter")
class DeadLetter {

    static final int LONGEST_CAUSE = 2_000;

    @Id
    private UUID id;

    private String consumer;
    private String topic;
    private int partition;

    @Column(name = "record_offset")
    private long offset;

    @Column(name = "record_key")
    private byte[] key;

    @Column(name = "record_value")
    private byte[] value;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "record_headers")
    private Map<String, String> headers;

    @Column(name = "record_time")
    private Instant recordTime;

    private String cause;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "redelivered_at")
    private Instant redeliveredAt;

    DeadLetter() {}

    DeadLetter(UUID id, String consumer, ConsumerRecord<String, byte[]> record, String cause, Instant now) {
        this.id = id;
        this.consumer = consumer;
        this.topic = record.topic();
        this.partition = record.partition();
        this.offset = record.offset();
        this.key = record.key() == null ? null : record.key().getBytes(StandardCharsets.UTF_8);
        this.value = record.value();
        this.headers = new TreeMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(storable(header.key()), storable(new String(header.value(), StandardCharsets.UTF_8)));
            }
        }
        this.recordTime = Instant.ofEpochMilli(record.timestamp());
        this.cause = storable(cause.length() <= LONGEST_CAUSE ? cause : cause.substring(0, LONGEST_CAUSE));
        this.createdAt = now;
    }

    /** The record as it came. */
    ConsumerRecord<String, byte[]> toRecord() {
        RecordHeaders original = new RecordHeaders();
        headers.forEach((name, text) -> original.add(name, text.getBytes(StandardCharsets.UTF_8)));
        return new ConsumerRecord<>(
                topic,
                partition,
                offset,
                recordTime.toEpochMilli(),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                key == null ? null : new String(key, StandardCharsets.UTF_8),
                value,
                original,
                Optional.empty());
    }

    /** PostgreSQL's text has no U+0000; a record that has one must not make its own dead letter impossible. */
    private static String storable(String text) {
        return text.replace('\u0000', '\uFFFD');
    }

    void redelivered(Instant now) {
        redeliveredAt = now;
    }

    UUID id() {
        return id;
    }

    String consumer() {
        return consumer;
    }

    DeadLetterView view() {
        return new DeadLetterView(
                id,
                consumer,
                topic,
                partition,
                offset,
                key == null ? null : new String(key, StandardCharsets.UTF_8),
                headers,
                cause,
                createdAt,
                redeliveredAt);
    }
}
