package helpdesk.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Moves the oldest unsent events to the broker. It reads what is there in {@code seq} order and never remembers where it
 * was: sequences are given before commits, so a row with a lower number may become visible later.
 */
final class OutboxBatch {

    /** The oldest rows, as long as what comes before a row is not more than fits into memory easily. */
    private static final String SELECT = """
            select id, topic, key, type, source, subject, sequence, time, payload::text, headers::text, traceparent
            from (
                select *, sum(octet_length(payload::text)) over (order by seq) - octet_length(payload::text) as bytes_before
                from (select * from outbox_event order by seq limit ?) oldest) counted
            where bytes_before < 4194304 order by seq""";

    private static final String DELETE = "delete from outbox_event where id = any(?)";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final Connection connection;
    private final int size;

    OutboxBatch(Connection connection, int size) {
        this.connection = connection;
        this.size = size;
    }

    /** Publishes one batch and deletes it once the broker has acknowledged all of it. Returns how many there were. */
    int publish(OutboxPublisher publisher) throws SQLException, InterruptedException {
        List<OutboxRow> rows = read();
        if (rows.isEmpty()) {
            return 0;
        }
        publisher.send(rows.stream().map(OutboxBatch::toRecord).toList());
        delete(rows);
        return rows.size();
    }

    private List<OutboxRow> read() throws SQLException {
        List<OutboxRow> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setInt(1, size);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new OutboxRow(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getLong(7),
                            row.getObject(8, OffsetDateTime.class).toInstant(),
                            row.getString(9),
                            headers(row.getString(10)),
                            row.getString(11)));
                }
            }
        }
        return rows;
    }

    private static Map<String, String> headers(String json) {
        try {
            return JSON.readValue(json, HEADERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The outbox itself wrote these headers", e);
        }
    }

    private static ProducerRecord<String, byte[]> toRecord(OutboxRow row) {
        return KafkaMessageFactory.<String>createWriter(row.topic(), row.key()).writeBinary(row.toCloudEvent());
    }

    private void delete(List<OutboxRow> rows) throws SQLException {
        Array ids = connection.createArrayOf(
                "uuid", rows.stream().map(OutboxRow::id).toArray());
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setArray(1, ids);
            delete.executeUpdate();
        } finally {
            ids.free();
        }
    }
}
