package helpdesk.platform.kafka;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes the topics of this service exist, each with its dead-letter topic, as soon as the broker can be reached. */
@ApplicationScoped
class Topics {

    private static final Logger LOG = Logger.getLogger(Topics.class);
    private static final long RETRY_MILLIS = 2_000;

    private final KafkaSettings kafka;
    private final List<String> names;
    private final int partitions;
    private final Optional<Short> replication;
    private volatile boolean stopping;
    private Thread thread;
    private String told;

    Topics(
            KafkaSettings kafka,
            @ConfigProperty(name = "helpdesk.topics") List<String> names,
            @ConfigProperty(name = "helpdesk.topics.partitions", defaultValue = "6") int partitions,
            @ConfigProperty(name = "helpdesk.topics.replication") Optional<Short> replication) {
        this.kafka = kafka;
        this.names = names;
        this.partitions = partitions;
        this.replication = replication;
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().daemon().name("topics").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run() {
        while (!stopping) {
            try (Admin admin = Admin.create(kafka.client())) {
                create(admin);
                return;
            } catch (InterruptedException e) {
                return;
            } catch (ExecutionException | TimeoutException | KafkaException e) {
                tellOnce(e.getMessage());
            }
            try {
                Thread.sleep(RETRY_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** A broker that is away is no news; a refusal that stays is, once. */
    private void tellOnce(String trouble) {
        if (!Objects.equals(told, trouble)) {
            told = trouble;
            LOG.warnf("The topics %s cannot be made yet, and are tried again: %s", names, trouble);
        }
    }

    private void create(Admin admin) throws ExecutionException, InterruptedException, TimeoutException {
        Set<String> existing = admin.listTopics().names().get(10, TimeUnit.SECONDS);
        Collection<NewTopic> missing = names.stream()
                .flatMap(name -> Stream.of(name, name + ".dlq"))
                .filter(name -> !existing.contains(name))
                .map(name -> new NewTopic(name, Optional.of(partitions), replication))
                .toList();
        try {
            admin.createTopics(missing).all().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            // Every service that uses a topic makes it; somebody is first.
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
