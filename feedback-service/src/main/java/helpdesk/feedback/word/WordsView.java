package helpdesk.feedback.word;

import java.time.Instant;
import java.util.List;

/**
 * What customers wrote about something.
 *
 * @param from of invitations sent from here
 * @param to up to here, this moment itself not included
 * @param items the most frequent first
 */
public record WordsView(About about, Instant from, Instant to, List<WordCount> items) {}
