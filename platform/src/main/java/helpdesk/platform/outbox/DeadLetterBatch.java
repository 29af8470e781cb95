package helpdesk.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;

/**
 * Moves dead letters, which consumers stored with their cause, to the dead-letter topics. They are rare, so it looks for
 * them once a second; and they never hold up events: a dead-letter topic that cannot be written is tried again later.
 */
final class DeadLetterBatch {

    private static final Logger LOG = Logger.getLogger(DeadLetterBatch.class);

    private static final String SELECT = """
            select id, topic, partition, record_offset, consumer, record_key, record_value, record_headers::text, cause
            from dead_letter where published_at is null order by id limit 20""";
    private static final String MARK = "update dead_letter set published_at = now() where id = any(?)";
    private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long RETRY_NANOS = Duration.ofSeconds(30).toNanos();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final Connection connection;
    private long nextLook = System.nanoTime();

    DeadLetterBatch(Connection connection) {
        this.connection = connection;
    }

    /** Publishes one batch when it is time to look for one. */
    void publish(OutboxPublisher publisher) throws SQLException, InterruptedException {
        if (System.nanoTime() - nextLook < 0) {
            return;
        }
        nextLook = System.nanoTime() + LOOK_NANOS;
        List<UUID> ids = new ArrayList<>();
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                ids.add(row.getObject("id", UUID.class));
                records.add(toRecord(row));
            }
        }
        if (ids.isEmpty()) {
            return;
        }
        try {
            publisher.send(records);
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            nextLook = System.nanoTime() + RETRY_NANOS;
            LOG.warnf("Dead letters are published later: %s", e.getMessage());
            return;
        }
        mark(ids);
    }

    private void mark(List<UUID> ids) throws SQLException {
        Array array = connection.createArrayOf("uuid", ids.toArray());
        try (PreparedStatement mark = connection.prepareStatement(MARK)) {
            mark.setArray(1, array);
            mark.executeUpdate();
        } finally {
            array.free();
        }
    }

    private static ProducerRecord<String, byte[]> toRecord(ResultSet row) throws SQLException {
        byte[] key = row.getBytes("record_key");
        byte[] value = row.getBytes("record_value");
        String headers = row.getString("record_headers");
        boolean tooLarge = value != null && value.length + headers.length() > Outbox.LARGEST_PAYLOAD_BYTES;
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                row.getString("topic") + ".dlq",
                key == null ? null : new String(key, StandardCharsets.UTF_8),
                tooLarge ? null : value);
        if (tooLarge) {
            // With more headers than it came with, it might exceed what the broker takes. The table has it all.
            header(record, "dead-letter-value-left-out", value.length + " bytes");
        } else {
            originalHeaders(headers).forEach((name, text) -> header(record, name, text));
        }
        header(record, "dead-letter-id", row.getString("id"));
        header(record, "dead-letter-consumer", row.getString("consumer"));
        header(record, "dead-letter-cause", row.getString("cause"));
        header(record, "dead-letter-topic", row.getString("topic"));
        header(record, "dead-letter-partition", row.getString("partition"));
        header(record, "dead-letter-offset", row.getString("record_offset"));
        return record;
    }

    private static Map<String, String> originalHeaders(String json) {
        try {
            return JSON.readValue(json, HEADERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The consumer itself wrote these headers", e);
        }
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
