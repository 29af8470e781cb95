package helpdesk.platform.outbox;

import helpdesk.platform.kafka.KafkaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends batches to the broker, durably and in order. */
final class OutboxPublisher implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;

    OutboxPublisher(KafkaSettings kafka, OutboxSettings settings) {
        Map<String, Object> configuration = kafka.client();
        configuration.put(ProducerConfig.CLIENT_ID_CONFIG, settings.source().substring(1) + "-outbox");
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        configuration.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        configuration.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // The producer never gives a record up: giving up one and sending the next would break the order of an
        // aggregate.
        configuration.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        configuration.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000L);
        configuration.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 16L * 1024 * 1024);
        producer = new KafkaProducer<>(configuration, new StringSerializer(), new ByteArraySerializer());
    }

    /** Returns when all records are acknowledged by the broker. */
    void send(List<ProducerRecord<String, byte[]>> records) throws InterruptedException {
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(records.size());
        for (ProducerRecord<String, byte[]> record : records) {
            Future<RecordMetadata> acknowledgement = producer.send(record);
            if (acknowledgement.isDone()) {
                // Refused at once (unknown topic, too large, buffer full): nothing may overtake it.
                await(acknowledgement);
            }
            acknowledgements.add(acknowledgement);
        }
        for (Future<RecordMetadata> acknowledgement : acknowledgements) {
            await(acknowledgement);
        }
    }

    private static void await(Future<RecordMetadata> acknowledgement) throws InterruptedException {
        try {
            acknowledgement.get();
        } catch (ExecutionException e) {
            throw new KafkaException(
                    "The broker did not take a record: " + e.getCause().getMessage(), e.getCause());
        }
    }

    @Override
    public void close() {
        // What is not acknowledged by now stays in the outbox and is sent again.
        producer.close(Duration.ZERO);
    }
}
