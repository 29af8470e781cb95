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

    final UUID id;
    final Status status;
    final Colleague assignee;
    final long created;
    final List<Step> steps = new ArrayList<>();
    final List<Remark> remarks = new ArrayList<>();

    private final Draw draw;
    private final String staff;
    private long version;
    private long writableSince;
    private long acknowledged;
    private long firstReply;
    private long resolved;
    private long closed;
    private long updated;
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
        updated = created;
        step(created, opener, "ticket.opened", "status", null, Json.text("new"));
        acknowledged = created + Math.min((end - created) / 10, draw.between(2 * SECOND, 35 * SECOND));
        version++;
        step(
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
            version++;
            write(end, staff, "ticket.changed", "status", Json.text("open"), Json.text(status.wireName()));
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
        version++;
        if (assignee != null) {
            write(at, staff, "ticket.assigned", "assigneeId", null, Json.text(assignee.id()));
        }
        write(
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
            version++;
            step(
                    at,
                    byCustomer ? "customer:" + id : staff,
                    "ticket.commented",
                    "comment",
                    null,
                    Json.text(remark.id()));
            updated = at;
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
        version++;
        resolved = at;
        firstReply = firstReply == 0 ? at : firstReply;
        write(at, staff, "ticket.resolved", "resolution", null, Json.text(resolution));
        write(at, staff, "ticket.resolved", "status", Json.text("open"), Json.text("resolved"));
    }

    private void close(long now) {
        if (draw.chance(20)) {
            score = 1 + Math.max(draw.below(10), draw.below(10));
            long at = resolved + draw.between(HOUR, DAY);
            scoredIn = draw.id(at);
            version++;
            String told = "{\"score\": %d, \"surveyResponseId\": \"%s\"}".replace("%d", Integer.toString(score));
            step(at, "customer:" + id, "ticket.changed", "satisfaction", null, told.replace("%s", scoredIn.toString()));
        }
        version++;
        closed = Math.min(now, resolved + Status.CLOSED_AFTER + draw.between(0, HOUR));
        write(closed, "system:close-resolved", "ticket.closed", "status", Json.text("resolved"), Json.text("closed"));
    }

    /** A change of what people can write. */
    private void write(long at, String actor, String cause, String field, String from, String to) {
        step(at, actor, cause, field, from, to);
        writableSince = version;
        updated = at;
    }

    private void step(long at, String actor, String cause, String field, String from, String to) {
        steps.add(new Step(version, at, actor, cause, field, from, to));
    }

    long version() {
        return version;
    }

    /** The version that last changed what people can write. */
    long writableSince() {
        return writableSince;
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

    long updated() {
        return updated;
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
