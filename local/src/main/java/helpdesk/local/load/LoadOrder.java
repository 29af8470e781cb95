package helpdesk.local.load;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What is to be loaded.
 *
 * @param tickets how many, 1 or more
 * @param seed another one gives other tickets
 * @param now microseconds since 1970: nothing is newer
 */
public record LoadOrder(long tickets, long seed, long now) {

    /** How far back the first ticket was opened. */
    private static final double SPAN_MICROS = Duration.ofDays(730).toNanos() / 1000.0;

    private static final long BYTES_PER_TICKET = 12 * 1024;

    /** There are more tickets a day now than there were two years ago. */
    private static final double GROWTH = 1.3;

    /** @param now nothing is newer */
    public static LoadOrder of(long tickets, long seed, Instant now) {
        return new LoadOrder(tickets, seed, ChronoUnit.MICROS.between(Instant.EPOCH, now));
    }

    /** @return what it takes on the disk of the database, with indexes and the log that is written ahead; measured */
    public long bytes() {
        return tickets * BYTES_PER_TICKET;
    }

    /** The place of a ticket among all, more than 0 for the oldest and less than 1 for the newest. */
    double position(long index) {
        return (index + 0.5) / tickets;
    }

    /** When the ticket at this place was opened, in microseconds since 1970. */
    long created(double position) {
        return now - (long) (SPAN_MICROS * Math.pow(1 - position, GROWTH));
    }
}
