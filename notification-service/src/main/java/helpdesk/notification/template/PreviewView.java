package helpdesk.notification.template;

/**
 * How a message would look.
 *
 * @param language the one that it is in
 */
public record PreviewView(String language, String subject, String text, String html) {}
