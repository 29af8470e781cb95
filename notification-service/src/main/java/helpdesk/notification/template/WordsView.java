package helpdesk.notification.template;

/**
 * The words in force.
 *
 * @param version of the organisation's words, 0 for the built-in ones
 */
public record WordsView(String content, String language, int version, boolean changed, String subject, String text) {}
