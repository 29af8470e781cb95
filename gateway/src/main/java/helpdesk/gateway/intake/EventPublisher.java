package helpdesk.gateway.intake;

import helpdesk.platform.kafka.KafkaSettings;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.Problem;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.kafka.PartitionKeyExtensionInterceptor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

/** Brings events of integrations to the broker, while the sender waits. */
@ApplicationScoped
class EventPublisher {

    private static final Logger LOG = Logger.getLogger(EventPublisher.class);
    private static final String TOPIC = "helpdesk.integration";

    /** All times together stay below the six seconds after which a sender is told that the broker is away. */
    private static final int CONNECT_MILLIS = 2_500;

    private static final int REQUEST_MILLIS = 2_000;
    private static final int DELIVERY_MILLIS = 4_500;
    private static final Duration DEADLINE = Duration.ofMillis(5_500);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final long BUFFER_BYTES = 16L * 1024 * 1024;

    private final KafkaSettings kafka;
    private KafkaProducer<String, byte[]> producer;

    EventPublisher(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    /**
     * Returns when the broker has acknowledged all events.
     *
     * @throws Problem {@code temporarily-unavailable} when it has not in time; some of the events may then still arrive
     */
    void publish(List<CloudEvent> events) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        try {
            List<Future<RecordMetadata>> sent = new ArrayList<>(events.size());
            for (CloudEvent event : events) {
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException("The broker takes no more");
                }
                String key = (String) event.getExtension(PartitionKeyExtensionInterceptor.PARTITION_KEY_EXTENSION);
                sent.add(producer()
                        .send(KafkaMessageFactory.<String>createWriter(TOPIC, key)
                                .writeBinary(event)));
            }
            for (Future<RecordMetadata> acknowledgement : sent) {
                acknowledgement.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.debugf("Events were not taken: %s", e.getMessage());
            throw away();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away();
        }
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(1));
        }
    }

    /** Made with the first event: the broker need not be there when the gateway starts. */
    private synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            Map<String, Object> configuration = kafka.client();
            configuration.put(ProducerConfig.CLIENT_ID_CONFIG, "gateway-intake");
            configuration.put(ProducerConfig.ACKS_CONFIG, "all");
            configuration.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            configuration.put(ProducerConfig.LINGER_MS_CONFIG, 0);
            configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, CONNECT_MILLIS);
            configuration.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
            configuration.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS);
            configuration.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
            producer = new KafkaProducer<>(configuration, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    private static Problem away() {
        return PlatformProblem.TEMPORARILY_UNAVAILABLE
                .problem(
                        "The event broker did not take the events in time. Send the same again later: events are known by"
                                + " source and id, so none takes effect twice.")
                .retryAfter(RETRY_AFTER);
    }
}
