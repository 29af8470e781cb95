package helpdesk.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import helpdesk.local.process.ChildProcess;
import helpdesk.local.process.Ports;
import helpdesk.local.process.StartFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {

    private static final Path LIBRARIES = Path.of(System.getProperty("helpdesk.kafka.libraries"));

    @TempDir
    private Path folder;

    private final List<String> notices = new ArrayList<>();

    @Test
    void whatWasSentIsThereAfterARestartAndAfterAKill() throws Exception {
        KafkaSettings settings = settings(LIBRARIES);
        String clusterId;
        try (KafkaBroker broker = KafkaBroker.start(settings, notices::add)) {
            clusterId = clusterId(broker);
            send(broker, "first");
            assertThat(received(broker, 1)).containsExactly("first");
            assertThat(partitions(broker)).isEqualTo(6);
        }
        try (KafkaBroker broker = KafkaBroker.start(settings, notices::add)) {
            assertThat(clusterId(broker)).isEqualTo(clusterId);
            send(broker, "second");
            broker.process().destroyForcibly().waitFor();
            assertThat(broker.isAlive()).isFalse();
        }
        try (KafkaBroker broker = KafkaBroker.start(settings, notices::add)) {
            assertThat(clusterId(broker)).isEqualTo(clusterId);
            assertThat(received(broker, 2)).containsExactlyInAnyOrder("first", "second");
        }
        assertThat(notices).isEmpty();
    }

    @Test
    void storageThatWasLeftHalfFormattedIsFormattedAnew() throws Exception {
        KafkaSettings settings = settings(LIBRARIES);
        Files.createDirectories(settings.logs());
        Files.writeString(settings.logs().resolve("meta.properties"), "version=1\n");
        try (KafkaBroker broker = KafkaBroker.start(settings, notices::add)) {
            assertThat(broker.isAlive()).isTrue();
            assertThat(KafkaProbe.answersHere(broker.port())).isTrue();
            assertThatThrownBy(() -> KafkaBroker.start(settings))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining(
                            "in use by process " + ProcessHandle.current().pid());
            KafkaBroker.stopOrphan(settings.dataDirectory(), notices::add);
            assertThat(broker.isAlive()).isTrue();
        }
        assertThat(notices).isEmpty();
    }

    @Test
    void anOrphanIsStoppedFirst() throws Exception {
        KafkaSettings settings = settings(LIBRARIES).onPorts(Ports.anyFree(), Ports.anyFree());
        new KafkaConfiguration(settings).write();
        KafkaCommand command = new KafkaCommand(settings);
        new KafkaStorage(settings).formatOnce(command);
        Process orphan = ChildProcess.start(command.server(), command.environment(), settings.logFile());
        KafkaBroker.stopOrphan(settings.dataDirectory(), notices::add);
        assertThat(orphan.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(notices).singleElement().asString().contains("process " + orphan.pid());
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            KafkaSettings settings = settings(LIBRARIES).onPorts(taken.getLocalPort(), Ports.anyFree());
            assertThatThrownBy(() -> KafkaBroker.start(settings))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()))
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void missingJarsAreExplained() {
        assertThatThrownBy(() -> KafkaBroker.start(settings(folder.resolve("nowhere"))))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("build them with");
    }

    @Test
    void nothingAnswersWhereNobodyListens() {
        assertThat(KafkaProbe.answersHere(Ports.anyFree())).isFalse();
    }

    private KafkaSettings settings(Path libraries) {
        return new KafkaSettings(folder.resolve("kafka"), 0, 0, libraries, 256, folder.resolve("kafka.log"));
    }

    private static String clusterId(KafkaBroker broker) throws Exception {
        try (Admin admin = admin(broker)) {
            return admin.describeCluster().clusterId().get(20, TimeUnit.SECONDS);
        }
    }

    private static int partitions(KafkaBroker broker) throws Exception {
        try (Admin admin = admin(broker)) {
            return admin.describeTopics(List.of("notes"))
                    .allTopicNames()
                    .get(20, TimeUnit.SECONDS)
                    .get("notes")
                    .partitions()
                    .size();
        }
    }

    private static Admin admin(KafkaBroker broker) {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrap()));
    }

    private static void send(KafkaBroker broker, String text) throws Exception {
        Properties properties = new Properties();
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrap());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("notes", text, text)).get(20, TimeUnit.SECONDS);
        }
    }

    private static List<String> received(KafkaBroker broker, int count) {
        Properties properties = new Properties();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrap());
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, "readers-" + count + "-" + System.nanoTime());
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        List<String> texts = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("notes"));
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (texts.size() < count && System.nanoTime() < deadline) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
                    texts.add(record.value());
                }
            }
        }
        return texts;
    }
}
