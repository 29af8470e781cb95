package helpdesk.customer.privacy;

import java.util.List;

/** Where the partitions ended. */
record TopicEnds(List<TopicEnd> items) {

    static final TopicEnds NONE = new TopicEnds(List.of());
}
