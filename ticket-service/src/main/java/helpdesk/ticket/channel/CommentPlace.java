package helpdesk.ticket.channel;

import helpdesk.platform.persistence.Ids;
import java.time.Instant;
import java.util.UUID;

/** Where a message stands in a conversation: comments are in the order of their ids, and these begin with a time. */
final class CommentPlace {

    private static final int ARRIVAL_BITS_BEHIND = 36;
    private static final int RANDOM_BITS = 26;
    private static final long RANDOM = (1L << RANDOM_BITS) - 1;
    private static final long ARRIVAL_BEFORE = 0x0fff;
    private static final long ARRIVAL_BEHIND = (1L << ARRIVAL_BITS_BEHIND) - 1;

    private CommentPlace() {}

    /**
     * An id that stands where the message was sent. Networks often tell whole seconds: of those that were sent in one moment, the
     * one that came first is first. One from the future is from now.
     *
     * @param sentAt null when nobody tells: then it stands where it came
     */
    static UUID of(Instant sentAt, Instant arrivedAt) {
        if (sentAt == null || !sentAt.isBefore(arrivedAt)) {
            return Ids.next();
        }
        UUID first = Ids.firstAt(sentAt);
        long arrival = arrivedAt.toEpochMilli();
        return new UUID(
                first.getMostSignificantBits() | arrival >>> ARRIVAL_BITS_BEHIND & ARRIVAL_BEFORE,
                first.getLeastSignificantBits()
                        | (arrival & ARRIVAL_BEHIND) << RANDOM_BITS
                        | Ids.next().getLeastSignificantBits() & RANDOM);
    }
}
