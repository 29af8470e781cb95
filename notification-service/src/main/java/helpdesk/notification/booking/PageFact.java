package helpdesk.notification.booking;

/** Something that is known, under its name in the language of the page. */
public record PageFact(String name, String value) {}
