package helpdesk.notification.punctuality;

/**
 * How long after their windows agents arrived; who was there before the end was not late at all.
 *
 * @param median in minutes
 * @param percentile90 in minutes
 * @param n of how many arrivals it is
 */
public record Lateness(double median, double percentile90, long n) {}
