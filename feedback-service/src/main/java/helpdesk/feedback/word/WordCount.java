package helpdesk.feedback.word;

import helpdesk.feedback.insight.Proportion;

/**
 * How many answers have a word, in whatever form.
 *
 * @param word in the form in which most answers have it, whenever they came
 * @param language primary language of these answers, such as pt for pt-BR
 * @param answers how many have it, each counted once
 * @param share of the answers in this language that have any text about this
 */
public record WordCount(String word, String language, long answers, Proportion share) {}
