package helpdesk.customer.timeline;

import org.apache.kafka.common.TopicPartition;

/**
 * How far a partition of the log is read.
 *
 * @param next the offset to go on at
 * @param end the offset at which it ends: what is behind it comes to the timelines by itself
 */
record RebuildPlace(String topic, int partition, long next, long end) {

    boolean isDone() {
        return next >= end;
    }

    RebuildPlace at(long offset) {
        return new RebuildPlace(topic, partition, offset, end);
    }

    TopicPartition topicPartition() {
        return new TopicPartition(topic, partition);
    }
}
