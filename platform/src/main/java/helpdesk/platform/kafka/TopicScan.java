package helpdesk.platform.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what is on topics, as anybody could who may read them, and looks for words in it. Belongs to no consumer group. */
@ApplicationScoped
public class TopicScan {

    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration LONGEST_READ = Duration.ofSeconds(10);

    private final KafkaSettings kafka;

    TopicScan(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    /**
     * How far a search has come.
     *
     * @param matches how many records had one of the words
     * @param lastMatch the offset of the last of these; -1 when there is none
     * @param next the offset to go on at
     * @param atEnd whether all was read that was there at the beginning
     */
    public record Progress(long matches, long lastMatch, long next, boolean atEnd) {}

    /** The partitions of those of the topics that exist, in a fixed order. */
    public List<TopicPartition> partitions(Collection<String> topics) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return consumer.listTopics().entrySet().stream()
                    .filter(entry -> topics.contains(entry.getKey()))
                    .flatMap(entry -> entry.getValue().stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .sorted(Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition))
                    .toList();
        }
    }

    /** The end of each partition: the offset that the next record will have. */
    public Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return consumer.endOffsets(partitions);
        }
    }

    /** The beginning of each partition: the offset of the first record that is left. */
    public Map<TopicPartition, Long> begins(Collection<TopicPartition> partitions) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return consumer.beginningOffsets(partitions);
        }
    }

    /**
     * Looks through records.
     *
     * @param from the offset to begin at; what is gone already is passed over
     * @param end the offset to end at, if the partition comes that far
     * @param longest after this time it stops where it is
     * @param wanted whether a record is meant: gets key, value and headers as one text in lower case
     */
    public Progress scan(TopicPartition partition, long from, long end, Duration longest, Predicate<String> wanted) {
        long deadline = System.nanoTime() + longest.toNanos();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> one = List.of(partition);
            consumer.assign(one);
            long last = Math.min(end, consumer.endOffsets(one).get(partition));
            long position = Math.max(from, consumer.beginningOffsets(one).get(partition));
            consumer.seek(partition, position);
            long matches = 0;
            long lastMatch = -1;
            while (position < last) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (record.offset() < last && wanted.test(text(record))) {
                        matches++;
                        lastMatch = record.offset();
                    }
                }
                position = consumer.position(partition);
                if (position < last && System.nanoTime() > deadline) {
                    return new Progress(matches, lastMatch, position, false);
                }
            }
            return new Progress(matches, lastMatch, position, true);
        }
    }

    /**
     * Some records of a partition.
     *
     * @param next the offset to go on at
     */
    public record Records(List<ConsumerRecord<String, byte[]>> records, long next) {}

    /**
     * Reads some records, in their order.
     *
     * @param from where it begins; what is gone already is passed over
     * @param end the offset at which it ends
     * @param most about how many
     */
    public Records read(TopicPartition partition, long from, long end, int most) {
        Map<String, Object> client = client();
        client.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, most);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> one = List.of(partition);
            consumer.assign(one);
            long last = Math.min(end, consumer.endOffsets(one).get(partition));
            consumer.seek(
                    partition, Math.max(from, consumer.beginningOffsets(one).get(partition)));
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            long deadline = System.nanoTime() + LONGEST_READ.toNanos();
            while (records.size() < most && consumer.position(partition) < last && System.nanoTime() < deadline) {
                consumer.poll(POLL).forEach(records::add);
            }
            records.removeIf(record -> record.offset() >= end);
            long position = consumer.position(partition);
            // A partition that ends earlier than it did has nothing more to tell.
            return new Records(records, position >= last ? end : position);
        }
    }

    private static String text(ConsumerRecord<byte[], byte[]> record) {
        StringJoiner text = new StringJoiner(" ");
        Stream.of(record.key(), record.value())
                .filter(Objects::nonNull)
                .forEach(bytes -> text.add(new String(bytes, StandardCharsets.UTF_8)));
        record.headers().forEach(header -> {
            if (header.value() != null) {
                text.add(new String(header.value(), StandardCharsets.UTF_8));
            }
        });
        return text.toString().toLowerCase(Locale.ROOT);
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(client(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> client() {
        Map<String, Object> client = kafka.client();
        client.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        client.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        client.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        // Without it the client would join the group of the service's own consumers.
        client.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return client;
    }
}
