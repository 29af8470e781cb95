package helpdesk.notification.template;

/**
 * A message in words.
 *
 * @param language the language it is in, one of {@link MessageTemplates#LANGUAGES}
 * @param subject one line
 */
public record Text(String language, String subject, String body) {}
