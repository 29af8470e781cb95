package helpdesk.feedback.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.feedback.survey.Question;
import helpdesk.feedback.survey.QuestionKind;
import java.util.List;

/**
 * What a survey asks first, so that whoever tells of it can offer the answers.
 *
 * @param low the lowest number of a scale, else null
 * @param high the highest number of a scale, else null
 * @param choices what can be chosen, else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FirstQuestion(String text, QuestionKind kind, Integer low, Integer high, List<Choice> choices) {

    /** What can be chosen: its value, and the words for it. */
    public record Choice(String value, String text) {}

    /** The question in one of its languages; null when it asks for a text. */
    static FirstQuestion of(Question question, String language) {
        String text = question.text().get(language);
        QuestionKind kind = question.kind();
        return switch (kind) {
            case RATING10 -> new FirstQuestion(text, kind, 1, 10, null);
            case STARS5 -> new FirstQuestion(text, kind, 1, 5, null);
            case NPS -> new FirstQuestion(text, kind, 0, 10, null);
            case EFFORT -> new FirstQuestion(text, kind, 1, 7, null);
            case YES_NO -> new FirstQuestion(text, kind, null, null, null);
            case CHOICE -> new FirstQuestion(text, kind, null, null, choices(question, language));
            case TEXT, IMPROVEMENT, COMPETITOR -> null;
        };
    }

    private static List<Choice> choices(Question question, String language) {
        return question.options().stream()
                .map(option -> new Choice(option.value(), option.text().get(language)))
                .toList();
    }
}
