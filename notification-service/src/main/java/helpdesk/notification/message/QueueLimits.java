package helpdesk.notification.message;

/**
 * How much may go to one domain, by all processes together.
 *
 * @param connections at once
 * @param rate messages a second
 */
public record QueueLimits(int connections, int rate) {}
