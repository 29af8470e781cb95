package helpdesk.notification.template;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The first question of a survey, which a mail offers answers to.
 *
 * @param text in the customer's language
 * @param kind rating10, nps, stars5, effort, yesNo or choice; others are passed over
 * @param low the lowest number of a scale, or null
 * @param high the highest number of a scale, or null
 * @param choices what can be chosen, or null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FirstQuestion(String text, String kind, Integer low, Integer high, List<Choice> choices) {

    /** More are no quick answer: whoever is asked opens the survey. */
    private static final int MOST_ANSWERS = 12;

    /** What can be chosen: its value, and the words for it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Choice(String value, String text) {}

    /** The answers that are offered, in their order; empty when the question has none, or too many. */
    List<Choice> answers(Labels labels) {
        List<Choice> answers =
                switch (Optional.ofNullable(kind).orElse("")) {
                    case "rating10", "nps", "effort" -> scale("");
                    case "stars5" -> scale(" ★");
                    case "yesNo" -> List.of(new Choice("true", labels.yes()), new Choice("false", labels.no()));
                    case "choice" -> whole();
                    default -> List.of();
                };
        return text == null || text.isBlank() || answers.size() > MOST_ANSWERS ? List.of() : answers;
    }

    private List<Choice> scale(String unit) {
        if (low == null || high == null || high < low || (long) high - low >= MOST_ANSWERS) {
            return List.of();
        }
        return IntStream.rangeClosed(low, high)
                .mapToObj(number -> new Choice(Integer.toString(number), number + unit))
                .toList();
    }

    private List<Choice> whole() {
        return choices == null
                ? List.of()
                : choices.stream()
                        .filter(choice -> choice.value() != null && choice.text() != null)
                        .toList();
    }
}
