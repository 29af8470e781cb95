package helpdesk.notification.booking;

/**
 * A time that can be chosen.
 *
 * @param value its start in seconds since 1970
 */
public record PageTime(long value, String text, boolean chosen) {}
