package helpdesk.customer.privacy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** Where a partition ended at a moment that matters. */
record TopicEnd(String topic, int partition, long end) {

    static List<TopicEnd> of(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .map(end -> new TopicEnd(end.getKey().topic(), end.getKey().partition(), end.getValue()))
                .sorted(Comparator.comparing(TopicEnd::topic).thenComparing(TopicEnd::partition))
                .toList();
    }

    static Map<TopicPartition, Long> map(List<TopicEnd> ends) {
        return ends.stream()
                .collect(Collectors.toMap(end -> new TopicPartition(end.topic(), end.partition()), TopicEnd::end));
    }
}
