package helpdesk.local.backup;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import helpdesk.local.kafka.KafkaRecords;
import helpdesk.local.kafka.KeptRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.TopicPartition;

/**
 * The events that were published and not handled by everybody, a line of JSON for each.
 *
 * @param file where they are
 */
record RecordFile(Path file) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final ObjectWriter WRITER = JSON.writerFor(KeptRecord.class).withRootValueSeparator("\n");
    private static final ObjectReader READER = JSON.readerFor(KeptRecord.class);

    /** @return how many there are */
    long fill(KafkaRecords broker, Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends)
            throws IOException, TimeoutException {
        long[] count = {0};
        try (SequenceWriter lines = WRITER.writeValues(file.toFile())) {
            broker.read(from, ends, record -> {
                write(lines, record);
                count[0]++;
            });
        }
        return count[0];
    }

    /** Gives them to a broker, in their order. */
    void publish(KafkaRecords broker) throws IOException, ExecutionException, TimeoutException, InterruptedException {
        try (MappingIterator<KeptRecord> lines = READER.readValues(file.toFile())) {
            broker.write(() -> lines);
        }
    }

    private static void write(SequenceWriter lines, KeptRecord record) {
        try {
            lines.write(record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
