package helpdesk.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** Reads and writes the real topics of a test run. */
public final class EventProbe implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;
    private final List<Event> seen = new ArrayList<>();

    private EventProbe(String... topics) {
        String bootstrap = RealParts.kafkaBootstrap();
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrap,
                        "group.id", "probe-" + UUID.randomUUID(),
                        "auto.offset.reset", "earliest",
                        "metadata.max.age.ms", "500",
                        "enable.auto.commit", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(topics));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** A probe that sees all that was and will be written to the topics. */
    public static EventProbe on(String... topics) {
        return new EventProbe(topics);
    }

    /** Waits for an event of the type and subject. */
    public Event await(String type, Object subject) {
        return await(
                event -> type.equals(event.type()) && String.valueOf(subject).equals(event.subject()));
    }

    /** Waits for an event that fits. */
    public Event await(Predicate<Event> fits) {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            poll();
            return seen.stream().anyMatch(fits);
        });
        return seen.stream().filter(fits).findFirst().orElseThrow();
    }

    /** All events of the subject that were seen so far, in the order of the topic. */
    public List<Event> of(Object subject) {
        poll();
        return seen.stream()
                .filter(event -> String.valueOf(subject).equals(event.subject()))
                .toList();
    }

    /** Writes an event and returns when the broker has it. */
    public void publish(String topic, Event event) {
        publish(event.toRecord(topic));
    }

    /** Writes many events, and returns when the broker has them all. */
    public void publish(String topic, Stream<Event> events) {
        List<Future<RecordMetadata>> sent =
                events.map(event -> producer.send(event.toRecord(topic))).toList();
        sent.forEach(EventProbe::await);
    }

    /** Writes any record, also one that is no event. */
    public void publish(ProducerRecord<String, byte[]> record) {
        await(producer.send(record));
    }

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void poll() {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> seen.add(Event.of(record)));
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
    }
}
