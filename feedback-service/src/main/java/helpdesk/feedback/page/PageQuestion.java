package helpdesk.feedback.page;

import helpdesk.feedback.survey.Question;
import helpdesk.platform.page.Phrases;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A question as the page shows it.
 *
 * @param look how it is shown: scale, stars, choice or text
 * @param lowest what the lower end of the scale means; null for others, as is highest
 * @param explained whether the page asks why
 * @param fault what is wrong with the entry; null when nothing is
 * @param revealed whether the answer to another question led to it
 */
public record PageQuestion(
        String key,
        String text,
        boolean required,
        String look,
        List<PageOption> options,
        String lowest,
        String highest,
        boolean explained,
        Entry entry,
        String fault,
        boolean revealed) {

    /**
     * One of the answers that can be chosen.
     *
     * @param spoken what it is called where it cannot be seen; null when its text says it all
     */
    public record PageOption(String value, String text, String spoken, boolean chosen) {}

    static PageQuestion of(
            Question question, String language, Entry entry, String fault, boolean revealed, Phrases words) {
        return new PageQuestion(
                question.key(),
                question.text().get(language),
                question.required(),
                look(question),
                options(question, language, words)
                        .map(option -> new PageOption(
                                option.value(),
                                option.text(),
                                option.spoken(),
                                option.value().equals(entry.value())))
                        .toList(),
                end(question, "lowest", words),
                end(question, "highest", words),
                isExplained(question),
                entry,
                fault == null ? null : words.get(fault),
                revealed);
    }

    private static String look(Question question) {
        return switch (question.kind()) {
            case RATING10, NPS, EFFORT -> "scale";
            case STARS5 -> "stars";
            case YES_NO, CHOICE -> "choice";
            case TEXT, IMPROVEMENT, COMPETITOR -> "text";
        };
    }

    private static boolean isExplained(Question question) {
        return switch (question.kind()) {
            case YES_NO -> true;
            case RATING10, STARS5, NPS, EFFORT, CHOICE, TEXT, IMPROVEMENT, COMPETITOR -> false;
        };
    }

    private static Stream<PageOption> options(Question question, String language, Phrases words) {
        return switch (question.kind()) {
            case RATING10 -> numbers(1, 10);
            case NPS -> numbers(0, 10);
            case EFFORT -> numbers(1, 7);
            case STARS5 ->
                IntStream.rangeClosed(1, 5)
                        .mapToObj(number -> new PageOption(
                                Integer.toString(number), "★".repeat(number), words.with("stars", number), false));
            case YES_NO ->
                Stream.of("true", "false")
                        .map(value -> new PageOption(value, words.get("answer." + value), null, false));
            case CHOICE ->
                question.options().stream()
                        .map(option ->
                                new PageOption(option.value(), option.text().get(language), null, false));
            case TEXT, IMPROVEMENT, COMPETITOR -> Stream.empty();
        };
    }

    private static Stream<PageOption> numbers(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(Integer::toString)
                .map(number -> new PageOption(number, number, null, false));
    }

    private static String end(Question question, String end, Phrases words) {
        return switch (question.kind()) {
            case RATING10, NPS, EFFORT -> words.get(question.kind().name().toLowerCase(Locale.ROOT) + "." + end);
            case STARS5, YES_NO, CHOICE, TEXT, IMPROVEMENT, COMPETITOR -> null;
        };
    }
}
