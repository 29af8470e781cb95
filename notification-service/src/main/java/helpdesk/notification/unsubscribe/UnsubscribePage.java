package helpdesk.notification.unsubscribe;

/**
 * A page, as the template takes it.
 *
 * @param button null when there is nothing to do
 */
public record UnsubscribePage(String language, String title, String text, String button) {}
