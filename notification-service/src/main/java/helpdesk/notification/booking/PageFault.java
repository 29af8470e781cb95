package helpdesk.notification.booking;

/** What is wrong with a field, in the language of the page. */
public record PageFault(String field, String text) {}
