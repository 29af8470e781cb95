package helpdesk.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Moves dead letters, which consumers stored with their cause, to the dead-letter topics. */
final class DeadLetterBatch {

    private static final String SELECT = """
            select id, topic, partition, record_offset, consumer, record_key, record_value, cause
            from dead_letter where published_at is null order by id limit 50""";
    private static final String MARK = "update dead_letter set published_at = now() where id = any(?)";

    private final Connection connection;

    DeadLetterBatch(Connection connection) {
        this.connection = connection;
    }

    int publish(OutboxPublisher publisher) throws SQLException, InterruptedException {
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
            return 0;
        }
        publisher.send(records);
        try (PreparedStatement mark = connection.prepareStatement(MARK)) {
            mark.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            mark.executeUpdate();
        }
        return ids.size();
    }

    private static ProducerRecord<String, byte[]> toRecord(ResultSet row) throws SQLException {
        byte[] key = row.getBytes("record_key");
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                row.getString("topic") + ".dlq",
                key == null ? null : new String(key, StandardCharsets.UTF_8),
                row.getBytes("record_value"));
        header(record, "dead-letter-id", row.getString("id"));
        header(record, "dead-letter-consumer", row.getString("consumer"));
        header(record, "dead-letter-cause", row.getString("cause"));
        header(record, "dead-letter-topic", row.getString("topic"));
        header(record, "dead-letter-partition", row.getString("partition"));
        header(record, "dead-letter-offset", row.getString("record_offset"));
        return record;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
