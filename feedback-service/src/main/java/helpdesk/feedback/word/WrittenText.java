package helpdesk.feedback.word;

import java.util.UUID;

/**
 * What a customer wrote about something.
 *
 * @param language the primary language of the answer, such as pt for pt-BR
 */
record WrittenText(UUID responseId, About about, String language, String text) {}
