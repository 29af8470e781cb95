package helpdesk.local.load;

import java.time.Duration;

/** Writes the three clocks that each ticket has from its opening on, by the policy that holds when nobody made another. */
final class ClockRows {

    private final TicketBatch batch;
    private final long now;

    /** @param now microseconds since 1970: when clocks that run are read */
    ClockRows(TicketBatch batch, long now) {
        this.batch = batch;
        this.now = now;
    }

    void add(TicketLife life, Draw draw) {
        long paused = life.status() == Status.PENDING ? life.history().updated() : 0;
        add("ACKNOWLEDGEMENT", Duration.ofSeconds(30), Duration.ofSeconds(40), 0, life.acknowledged(), life, draw);
        add("FIRST_REPLY", Duration.ofHours(8), Duration.ofHours(10), paused, life.firstReply(), life, draw);
        add("RESOLUTION", Duration.ofDays(2), Duration.ofDays(3), paused, life.resolved(), life, draw);
    }

    /**
     * @param goal what the team aims at, from the opening on
     * @param promise what the customer was told, from the opening on
     * @param paused since when it stands still while it is not met, 0 for never
     * @param met when it was stopped, 0 for not yet
     */
    private void add(
            String metric, Duration goal, Duration promise, long paused, long met, TicketLife life, Draw draw) {
        long goalAt = life.created() + goal.toNanos() / 1000;
        long promiseAt = life.created() + promise.toNanos() / 1000;
        long read = met != 0 ? met : paused != 0 ? paused : now;
        batch.of(LoadedTable.SERVICE_LEVEL_CLOCK)
                .value(draw.id(life.created()))
                .value(life.id())
                .value(metric)
                .value(1)
                .value("Standard")
                .time(life.created())
                .time(goalAt)
                .time(promiseAt)
                .time(met == 0 ? paused : 0)
                .time(met)
                .value(met != 0 && metric.equals("ACKNOWLEDGEMENT"))
                // What was late before it came here was told there.
                .time(goalAt < read ? goalAt : 0)
                .time(promiseAt < read ? promiseAt : 0);
        batch.endRow(LoadedTable.SERVICE_LEVEL_CLOCK);
    }
}
