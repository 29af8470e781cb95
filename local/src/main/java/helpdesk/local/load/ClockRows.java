package helpdesk.local.load;

import java.time.Duration;

/** Writes the three clocks that each ticket has from its opening on, by the policy that holds when nobody made another. */
final class ClockRows {

    private final TicketBatch batch;

    ClockRows(TicketBatch batch) {
        this.batch = batch;
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
        batch.of(LoadedTable.SERVICE_LEVEL_CLOCK)
                .value(draw.id(life.created()))
                .value(life.id())
                .value(metric)
                .value(1)
                .value("Standard")
                .time(life.created())
                .time(life.created() + goal.toNanos() / 1000)
                .time(life.created() + promise.toNanos() / 1000)
                .time(met == 0 ? paused : 0)
                .time(met)
                .value(met != 0 && metric.equals("ACKNOWLEDGEMENT"));
        batch.endRow(LoadedTable.SERVICE_LEVEL_CLOCK);
    }
}
