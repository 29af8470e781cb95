package helpdesk.notification.capacity;

import java.time.Duration;

/**
 * How customers of a group are called.
 *
 * @param reminder so long before their time they are reminded of it; zero for not at all
 * @param pause so long nobody calls again after an attempt that reached nobody
 * @param attempts so often a customer is called before it is given up
 */
public record CallingRules(Duration reminder, Duration pause, int attempts) {

    /** What counts where a plan says nothing else. */
    public static final CallingRules USUAL = new CallingRules(Duration.ofMinutes(60), Duration.ofMinutes(15), 3);
}
