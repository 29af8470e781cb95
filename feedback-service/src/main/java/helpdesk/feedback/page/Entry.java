package helpdesk.feedback.page;

import helpdesk.feedback.survey.Answer;
import helpdesk.feedback.survey.AnswerValue;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What stands in the fields of a question, as a browser sends it.
 *
 * @param value empty when nothing was entered
 * @param comment empty when nothing was written
 */
public record Entry(String value, String comment) {

    static final Entry NOTHING = new Entry("", "");

    /** What fields show of answers that were given before. */
    static Map<String, Entry> of(List<Answer> answers) {
        return answers.stream()
                .collect(Collectors.toMap(
                        Answer::key,
                        answer -> new Entry(text(answer.value()), answer.comment() == null ? "" : answer.comment())));
    }

    private static String text(AnswerValue value) {
        Function<AnswerValue, Object> content = given -> switch (given) {
            case AnswerValue.Whole(int number) -> number;
            case AnswerValue.Truth(boolean yes) -> yes;
            case AnswerValue.Words(String words) -> words;
        };
        return content.apply(value).toString();
    }
}
