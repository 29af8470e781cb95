package helpdesk.notification.template;

import java.time.Instant;

/**
 * Words that were saved. They never change.
 *
 * @param number counts the versions of a content, over all languages, from 1 on
 */
public record TemplateVersionView(
        String content,
        int number,
        String language,
        String subject,
        String text,
        boolean inForce,
        String createdBy,
        Instant createdAt) {}
