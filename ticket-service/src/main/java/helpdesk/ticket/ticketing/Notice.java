package helpdesk.ticket.ticketing;

import java.util.List;

/**
 * What a rule has somebody told.
 *
 * @param recipients who is told, each once; not empty
 * @param subject one line, 1–300 characters
 * @param body 1–10,000 characters
 */
public record Notice(List<NoticeRecipient> recipients, String subject, String body) {}
