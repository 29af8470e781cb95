package helpdesk.platform.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** How to reach the broker: what the configuration says under {@code kafka.*}, for clients that we make ourselves. */
@ApplicationScoped
public class KafkaSettings {

    private final Map<String, Object> configuration;

    KafkaSettings(@Identifier("default-kafka-broker") Map<String, Object> configuration) {
        this.configuration = configuration;
    }

    /** A new map with the common settings of a client, to be completed by its user. */
    public Map<String, Object> client() {
        Map<String, Object> client = new HashMap<>(configuration);
        client.putIfAbsent("reconnect.backoff.max.ms", 1_000);
        client.putIfAbsent("metadata.max.age.ms", 10_000);
        return client;
    }
}
