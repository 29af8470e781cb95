package helpdesk.ticket.servicelevel;

import java.time.Instant;
import java.util.UUID;

/**
 * What a clock tells: time is getting short, or has run out.
 *
 * @param isBreach whether the promise has passed; else only the goal
 * @param escalates whether the ticket is to be handed to the next tier
 */
public record ClockAlarm(
        UUID ticketId,
        Metric metric,
        int cycle,
        String policy,
        Instant goalAt,
        Instant promiseAt,
        boolean isBreach,
        boolean escalates) {

    static ClockAlarm of(ServiceLevelClock clock, boolean isBreach, boolean escalates) {
        return new ClockAlarm(
                clock.ticketId(),
                clock.metric(),
                clock.cycle(),
                clock.policy(),
                clock.goalAt(),
                clock.promiseAt(),
                isBreach,
                escalates);
    }

    /** When it was due. */
    public Instant dueAt() {
        return isBreach ? promiseAt : goalAt;
    }
}
