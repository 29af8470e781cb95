package helpdesk.local.load;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What happened to a made-up ticket, from its opening to now, as the ticket service would have written it down. Times are
 * microseconds since 1970, 0 for what has not happened.
 */
final class TicketLife {

    private static final long SECOND = 1_000_000L;
    private static final long HOUR = 3_600 * SECOND;
    private static final long DAY = 24 * HOUR;

    /** Solving takes ten minutes, up to {@code 2^10} times as long for the hard ones. */
    private static final long SHORTEST_SOLUTION = 600 * SECOND;

    private static final int DOUBLINGS = 10;

    /** How many of a hundred tickets have no comment, one, two, three, and the rest four: 1.55 on average. */
    private static final List<Integer> COMMENTS = List.of(25, 30, 20, 15);

    private final Draw draw;
    private final UUID id;
    private final Status status;
    private final Colleague assignee;
    private final String staff;
    private final long created;
    private final History history = new History();
    private final List<Remark> remarks = new ArrayList<>();
    private long acknowledged;
    private long firstReply;
    private long resolved;
    private long closed;
    private int score;
    private UUID scoredIn;

    /**
     * @param position its place among all, from 0 for the oldest to 1 for the newest
     * @param resolution what is written down when it is solved
     */
    TicketLife(
            Draw draw, double position, LoadOrder order, List<Colleague> colleagues, String opener, String resolution) {
        this.draw = draw;
        this.created = order.created(position);
        this.id = draw.id(created);
        this.status = Status.draw(draw, position, order.now() - created, !colleagues.isEmpty());
        boolean owned = status != Status.NEW && (status != Status.OPEN || draw.chance(90));
        this.assignee = owned && !colleagues.isEmpty() ? draw.earlyOf(colleagues) : null;
        this.staff = assignee == null ? "system:routing" : "account:" + assignee.id();
        live(order.now(), opener, resolution);
    }

    private void live(long now, String opener, String resolution) {
        long end = end(now);
        history.next();
        history.touch(created);
        history.learn(created, opener, "ticket.opened", "status", null, Json.text("new"));
        acknowledged = created + Math.min((end - created) / 10, draw.between(2 * SECOND, 35 * SECOND));
        history.next();
        history.learn(
                acknowledged,
                "system:acknowledgement",
                "ticket.acknowledged",
                "acknowledgedAt",
                null,
                Json.text(RfcTime.of(acknowledged)));
        long begin = acknowledged + (end - acknowledged) / 10;
        if (status != Status.NEW) {
            begin(begin);
        }
        talk(begin, end);
        if (status == Status.PENDING || status == Status.ON_HOLD) {
            history.next();
            history.write(end, staff, "ticket.changed", "status", Json.text("open"), Json.text(status.wireName()));
        }
        if (status.isSolved()) {
            solve(end, resolution);
        }
        if (status == Status.CLOSED) {
            close(now);
        }
    }

    /** When the last thing was done by a person. */
    private long end(long now) {
        long age = now - created;
        return switch (status) {
            case CLOSED -> {
                long longest = SHORTEST_SOLUTION << draw.below(DOUBLINGS);
                yield created + Math.min(age - Status.CLOSED_AFTER, draw.between(longest / 2, longest));
            }
            case RESOLVED -> now - draw.between(0, Math.min(age / 2, Status.CLOSED_AFTER - 12 * HOUR));
            case NEW, OPEN, PENDING, ON_HOLD -> created + Math.min(age, draw.between(HOUR, 20 * DAY));
        };
    }

    private void begin(long at) {
        history.next();
        if (assignee != null) {
            history.write(at, staff, "ticket.assigned", "assigneeId", null, Json.text(assignee.id()));
        }
        history.write(
                at,
                staff,
                assignee == null ? "ticket.changed" : "ticket.assigned",
                "status",
                Json.text("new"),
                Json.text("open"));
    }

    private void talk(long begin, long end) {
        int count = Math.min(comments(), status == Status.NEW ? 1 : 4);
        for (int place = 1; place <= count; place++) {
            long at = begin + (end - begin) * place / (count + 1);
            boolean byCustomer = status == Status.NEW || place % 2 == 0;
            boolean internal = !byCustomer && draw.chance(25);
            Remark remark = new Remark(draw.id(at), at, byCustomer, internal);
            remarks.add(remark);
            history.next();
            history.learn(
                    at,
                    byCustomer ? "customer:" + id : staff,
                    "ticket.commented",
                    "comment",
                    null,
                    Json.text(remark.id()));
            history.touch(at);
            if (firstReply == 0 && !byCustomer && !internal) {
                firstReply = at;
            }
        }
    }

    private int comments() {
        int percent = draw.below(100);
        int count = 0;
        while (count < COMMENTS.size() && percent >= COMMENTS.get(count)) {
            percent -= COMMENTS.get(count++);
        }
        return count;
    }

    private void solve(long at, String resolution) {
        history.next();
        resolved = at;
        firstReply = firstReply == 0 ? at : firstReply;
        history.write(at, staff, "ticket.resolved", "resolution", null, Json.text(resolution));
        history.write(at, staff, "ticket.resolved", "status", Json.text("open"), Json.text("resolved"));
    }

    private void close(long now) {
        if (draw.chance(20)) {
            score = 1 + Math.max(draw.below(10), draw.below(10));
            long at = resolved + draw.between(HOUR, DAY);
            scoredIn = draw.id(at);
            history.next();
            String told = "{\"score\": %d, \"surveyResponseId\": \"%s\"}".replace("%d", Integer.toString(score));
            history.learn(
                    at,
                    "customer:" + id,
                    "ticket.changed",
                    "satisfaction",
                    null,
                    told.replace("%s", scoredIn.toString()));
        }
        history.next();
        closed = Math.min(now, resolved + Status.CLOSED_AFTER + draw.between(0, HOUR));
        history.write(
                closed, "system:close-resolved", "ticket.closed", "status", Json.text("resolved"), Json.text("closed"));
    }

    UUID id() {
        return id;
    }

    Status status() {
        return status;
    }

    /** Whoever has it, null for nobody. */
    Colleague assignee() {
        return assignee;
    }

    History history() {
        return history;
    }

    /** What was said on it, the oldest first. */
    List<Remark> remarks() {
        return remarks;
    }

    long created() {
        return created;
    }

    long acknowledged() {
        return acknowledged;
    }

    /** The first answer that the customer saw. */
    long firstReply() {
        return firstReply;
    }

    long resolved() {
        return resolved;
    }

    long closed() {
        return closed;
    }

    /** How well the customer found it, from 1 to 10; 0 if nobody said. */
    int score() {
        return score;
    }

    /** The answer in which the customer said so. */
    UUID scoredIn() {
        return scoredIn;
    }
}
