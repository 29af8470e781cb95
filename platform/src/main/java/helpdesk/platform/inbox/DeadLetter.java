package helpdesk.platform.inbox;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A record that a consumer could not handle, kept with its cause until an operator redelivers it. */
@Entity
@Table(name = "dead_letter")
class DeadLetter {

    private static final int LONGEST_CAUSE = 2_000;

    @Id
    private UUID id;

    private String consumer;
    private String topic;
    private int partition;

    @Column(name = "record_offset")
    private long offset;

    @Column(name = "record_key")
    private byte[] key;

    /** Up to a megabyte; read when a letter is redelivered, and not with each page of a list. */
    @Basic(fetch = FetchType.LAZY)
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

    DeadLetter(UUID id, String consumer, StoredRecord record, String cause, Instant now) {
        this.id = id;
        this.consumer = consumer;
        this.topic = record.topic();
        this.partition = record.partition();
        this.offset = record.offset();
        this.key = record.key();
        this.value = record.value();
        this.headers = record.headers();
        this.recordTime = record.time();
        this.cause = StoredRecord.text(cause.length() <= LONGEST_CAUSE ? cause : cause.substring(0, LONGEST_CAUSE));
        this.createdAt = now;
    }

    StoredRecord record() {
        return new StoredRecord(topic, partition, offset, key, value, headers, recordTime);
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
