package helpdesk.notification.booking;

/**
 * Somewhere to go from the page.
 *
 * @param address relative to the page
 * @param chosen whether one is there
 */
public record PageWay(String address, String text, boolean chosen) {}
