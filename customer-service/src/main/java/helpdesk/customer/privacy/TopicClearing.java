package helpdesk.customer.privacy;

import helpdesk.platform.kafka.KafkaSettings;
import helpdesk.platform.kafka.TopicScan;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Clears topics of what speaks of a person. The broker can only forget a partition's beginning: so everything up to the last
 * such record goes, once all who read the topics have read it. The gateway's log keeps the events of everybody else.
 */
@ApplicationScoped
class TopicClearing {

    private static final long SECONDS = 10;
    private static final Duration LONGEST_SCAN = Duration.ofSeconds(20);

    /** Readers who are not ours may be gone for good. */
    private static final Duration PATIENCE_WITH_STRANGERS = Duration.ofDays(1);

    private final KafkaSettings kafka;
    private final TopicScan scan;
    private final Clock clock;
    private final List<String> topics;

    /** How far partitions were searched, as long as this process lives: the work is not done again each time. */
    private final Map<Place, Searched> searched = new ConcurrentHashMap<>();

    TopicClearing(
            KafkaSettings kafka,
            TopicScan scan,
            Clock clock,
            @ConfigProperty(name = "helpdesk.topics") List<String> topics) {
        this.kafka = kafka;
        this.scan = scan;
        this.clock = clock;
        this.topics = topics;
    }

    /** Where all topics end now, with those of dead letters. */
    TopicEnds ends() {
        List<String> all = topics.stream()
                .flatMap(topic -> Stream.of(topic, topic + ".dlq"))
                .toList();
        return new TopicEnds(TopicEnd.of(scan.ends(scan.partitions(all))));
    }

    /** Whether everybody who reads the topics has read all up to there. */
    boolean isRead(Map<TopicPartition, Long> ends, Instant since) {
        boolean strangersToo = clock.instant().isBefore(since.plus(PATIENCE_WITH_STRANGERS));
        try (Admin admin = Admin.create(kafka.client())) {
            Map<TopicPartition, Long> begins = scan.begins(ends.keySet());
            Map<String, ListConsumerGroupOffsetsSpec> groups = new HashMap<>();
            for (GroupListing group : admin.listGroups().all().get(SECONDS, TimeUnit.SECONDS)) {
                if (strangersToo || isOurs(group.groupId())) {
                    groups.put(group.groupId(), new ListConsumerGroupOffsetsSpec());
                }
            }
            Map<String, Map<TopicPartition, OffsetAndMetadata>> positions =
                    admin.listConsumerGroupOffsets(groups).all().get(SECONDS, TimeUnit.SECONDS);
            return positions.values().stream().allMatch(read -> hasRead(read, ends, begins));
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("The positions of the readers are not known", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }

    /**
     * Clears what can be cleared.
     *
     * @return whether nothing is left
     */
    boolean clear(Erasure erasure) {
        Traces traces = erasure.traces().orElseThrow();
        TraceFinder finder = new TraceFinder(traces);
        Map<TopicPartition, Long> ends = TopicEnd.map(erasure.ends().items());
        Map<TopicPartition, Long> begins = scan.begins(ends.keySet());
        Map<TopicPartition, Long> last = new HashMap<>();
        boolean finished = true;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            if (begins.getOrDefault(end.getKey(), 0L) >= end.getValue()) {
                continue;
            }
            Place place = new Place(erasure.id().toString(), end.getKey());
            Searched now = search(place, end.getValue(), finder);
            searched.put(place, now);
            finished &= now.toEnd();
            if (now.lastMatch() >= begins.getOrDefault(end.getKey(), 0L)) {
                last.put(end.getKey(), now.lastMatch() + 1);
            }
        }
        if (!last.isEmpty() && isRead(last, erasure.askedAt())) {
            delete(last);
            last.clear();
        }
        boolean done = last.isEmpty() && finished;
        if (done) {
            searched.keySet()
                    .removeIf(place -> place.erasure().equals(erasure.id().toString()));
        }
        return done;
    }

    private Searched search(Place place, long end, TraceFinder finder) {
        Searched former = searched.getOrDefault(place, Searched.NOTHING);
        if (former.toEnd()) {
            return former;
        }
        TopicScan.Progress progress = scan.scan(place.partition(), former.next(), end, LONGEST_SCAN, finder::finds);
        return new Searched(progress.next(), Math.max(former.lastMatch(), progress.lastMatch()), progress.atEnd());
    }

    private void delete(Map<TopicPartition, Long> before) {
        Map<TopicPartition, RecordsToDelete> records = new HashMap<>();
        before.forEach((partition, offset) -> records.put(partition, RecordsToDelete.beforeOffset(offset)));
        try (Admin admin = Admin.create(kafka.client())) {
            admin.deleteRecords(records).all().get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Records could not be deleted", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }

    /** Who has read nothing of a partition either does not read its topic, or there is nothing left to be read. */
    private static boolean hasRead(
            Map<TopicPartition, OffsetAndMetadata> read,
            Map<TopicPartition, Long> ends,
            Map<TopicPartition, Long> begins) {
        Set<String> topics =
                Set.copyOf(read.keySet().stream().map(TopicPartition::topic).toList());
        return ends.entrySet().stream()
                .filter(end -> topics.contains(end.getKey().topic()))
                .allMatch(end -> {
                    OffsetAndMetadata position = read.get(end.getKey());
                    return position == null
                            ? begins.getOrDefault(end.getKey(), 0L) >= end.getValue()
                            : position.offset() >= end.getValue();
                });
    }

    private static boolean isOurs(String group) {
        return Receipts.SERVICES.stream().anyMatch(group::startsWith);
    }

    private record Place(String erasure, TopicPartition partition) {}

    /** How far, and the offset of the last record that speaks of the person; -1 for none. */
    private record Searched(long next, long lastMatch, boolean toEnd) {

        static final Searched NOTHING = new Searched(0, -1, false);
    }
}
