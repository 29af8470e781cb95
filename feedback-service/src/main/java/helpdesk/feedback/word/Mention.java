package helpdesk.feedback.word;

/**
 * A word of an answer.
 *
 * @param stem what it has in common with its other forms; empty for the answer as such, with whatever words
 * @param word as the customer wrote it
 */
record Mention(WrittenText text, String stem, String word) {}
