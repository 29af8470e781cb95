package helpdesk.local.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Looks into a broker: which records somebody still has to handle, and what is in them. */
public final class KafkaRecords {

    private static final int PATIENCE_SECONDS = 30;
    private static final Duration POLL = Duration.ofMillis(200);

    /** Kept here, because a logger that nobody holds loses its level. */
    private static final Logger CLIENT_LOG = Logger.getLogger("org.apache.kafka");

    private final String prefix;
    private final Map<String, Object> client;

    /**
     * @param bootstrap host and port
     * @param prefix what the names of the topics begin with that are looked at
     */
    public KafkaRecords(String bootstrap, String prefix) {
        CLIENT_LOG.setLevel(Level.SEVERE);
        this.prefix = prefix;
        this.client =
                Map.of("bootstrap.servers", bootstrap, "request.timeout.ms", 10_000, "enable.metrics.push", false);
    }

    /** How many partitions each topic has, by name. */
    public Map<String, Integer> topics() throws ExecutionException, TimeoutException, InterruptedException {
        try (Admin admin = Admin.create(client)) {
            Map<String, Integer> partitions = new TreeMap<>();
            for (TopicDescription topic :
                    got(admin.describeTopics(names(admin)).allTopicNames()).values()) {
                partitions.put(topic.name(), topic.partitions().size());
            }
            return partitions;
        }
    }

    /** Makes topics. */
    public void create(Map<String, Integer> partitions)
            throws ExecutionException, TimeoutException, InterruptedException {
        try (Admin admin = Admin.create(client)) {
            got(admin.createTopics(partitions.entrySet().stream()
                            .map(topic -> new NewTopic(topic.getKey(), topic.getValue(), (short) 1))
                            .toList())
                    .all());
        }
    }

    /**
     * Where the slowest reader of each partition is; at the beginning for who reads a topic and has not come to it yet. Partitions
     * that nobody reads are left out.
     */
    public Map<TopicPartition, Long> handled() throws ExecutionException, TimeoutException, InterruptedException {
        try (Admin admin = Admin.create(client)) {
            Map<String, Integer> partitions = topics();
            List<String> groups = got(admin.listGroups(ListGroupsOptions.forConsumerGroups())
                            .all())
                    .stream()
                    .map(GroupListing::groupId)
                    .toList();
            Map<TopicPartition, Long> slowest = new java.util.HashMap<>();
            Map<String, ListConsumerGroupOffsetsSpec> all = groups.stream()
                    .collect(Collectors.toMap(group -> group, group -> new ListConsumerGroupOffsetsSpec()));
            Map<String, Map<TopicPartition, OffsetAndMetadata>> committed =
                    got(admin.listConsumerGroupOffsets(all).all());
            Map<String, ConsumerGroupDescription> descriptions =
                    got(admin.describeConsumerGroups(groups).all());
            for (String group : groups) {
                Map<TopicPartition, OffsetAndMetadata> offsets = committed.get(group);
                for (String topic : topicsOf(offsets, descriptions.get(group), partitions.keySet())) {
                    for (int partition = 0; partition < partitions.get(topic); partition++) {
                        TopicPartition place = new TopicPartition(topic, partition);
                        OffsetAndMetadata offset = offsets.get(place);
                        slowest.merge(place, offset == null ? 0 : offset.offset(), Math::min);
                    }
                }
            }
            return slowest;
        }
    }

    /** The end of each partition: the offset that the next record will have. */
    public Map<TopicPartition, Long> ends(Set<TopicPartition> partitions) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return consumer.endOffsets(partitions, Duration.ofSeconds(PATIENCE_SECONDS));
        }
    }

    /**
     * Reads partitions from one offset to another, each in its order.
     *
     * @throws TimeoutException if the broker stops answering
     */
    public void read(Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends, Consumer<KeptRecord> reader)
            throws TimeoutException {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            Map<TopicPartition, Long> first = consumer.beginningOffsets(from.keySet());
            for (TopicPartition partition : from.keySet()) {
                long begin = Math.max(from.get(partition), first.get(partition));
                if (begin < ends.get(partition)) {
                    read(consumer, partition, begin, ends.get(partition), reader);
                }
            }
        }
    }

    /** Writes records, each into its partition, and waits until the broker has them. */
    public void write(Iterable<KeptRecord> records) throws ExecutionException, TimeoutException, InterruptedException {
        Map<String, Object> settings = new TreeMap<>(client);
        settings.put("acks", "all");
        // With several under way, one that a new partition was not ready for would come after those behind it.
        settings.put("max.in.flight.requests.per.connection", 1);
        settings.put("delivery.timeout.ms", PATIENCE_SECONDS * 1_000);
        settings.put("buffer.memory", 8L * 1024 * 1024);
        settings.put("max.request.size", 8 * 1024 * 1024);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (KeptRecord record : records) {
                sent.add(producer.send(forBroker(record)));
                if (sent.size() == 1_000) {
                    awaitAll(sent);
                }
            }
            awaitAll(sent);
        }
    }

    private static void awaitAll(List<Future<RecordMetadata>> sent)
            throws ExecutionException, TimeoutException, InterruptedException {
        for (Future<RecordMetadata> one : sent) {
            one.get(2 * PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        sent.clear();
    }

    private static void read(
            KafkaConsumer<byte[], byte[]> consumer,
            TopicPartition partition,
            long begin,
            long end,
            Consumer<KeptRecord> reader)
            throws TimeoutException {
        consumer.assign(Set.of(partition));
        consumer.seek(partition, begin);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (consumer.position(partition) < end) {
            boolean[] some = {false};
            consumer.poll(POLL).forEach(record -> {
                some[0] = true;
                if (record.offset() < end) {
                    List<Map<String, byte[]>> headers = new ArrayList<>();
                    record.headers().forEach(header -> headers.add(Map.of(header.key(), header.value())));
                    reader.accept(new KeptRecord(
                            record.topic(),
                            record.partition(),
                            record.timestamp(),
                            record.key(),
                            record.value(),
                            headers));
                }
            });
            if (some[0]) {
                deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            } else if (System.nanoTime() > deadline) {
                throw new TimeoutException("Kafka gave nothing of " + partition + " for " + PATIENCE_SECONDS + " s");
            }
        }
    }

    private static ProducerRecord<byte[], byte[]> forBroker(KeptRecord kept) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(kept.topic(), kept.partition(), kept.timestamp(), kept.key(), kept.value());
        kept.headers().forEach(header -> header.forEach(record.headers()::add));
        return record;
    }

    private static Set<String> topicsOf(
            Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupDescription group, Set<String> known) {
        Set<String> topics =
                offsets.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet());
        group.members()
                .forEach(member -> member.assignment().topicPartitions().forEach(one -> topics.add(one.topic())));
        topics.retainAll(known);
        return topics;
    }

    private Set<String> names(Admin admin) throws ExecutionException, TimeoutException, InterruptedException {
        return got(admin.listTopics().names()).stream()
                .filter(name -> name.startsWith(prefix))
                .collect(Collectors.toSet());
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = new TreeMap<>(client);
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "none");
        settings.put("fetch.max.bytes", 4 * 1024 * 1024);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static <T> T got(Future<T> answer) throws ExecutionException, TimeoutException, InterruptedException {
        return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
