package helpdesk.feedback.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.feedback.survey.Option;
import helpdesk.feedback.survey.Question;
import helpdesk.feedback.survey.QuestionKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FirstQuestionTest {

    private static final Map<String, String> TEXT = Map.of("en", "How was it?", "de", "Wie war es?");

    @ParameterizedTest
    @CsvSource({"RATING10, 1, 10", "STARS5, 1, 5", "NPS, 0, 10", "EFFORT, 1, 7"})
    void a_scale_is_told_by_its_ends(QuestionKind kind, int low, int high) {
        assertThat(FirstQuestion.of(question(kind, null), "de"))
                .isEqualTo(new FirstQuestion("Wie war es?", kind, low, high, null));
    }

    @Test
    void a_choice_is_told_in_the_customers_language() {
        List<Option> options = List.of(
                new Option("web", Map.of("en", "On the web", "de", "Im Netz")),
                new Option("shop", Map.of("en", "In a shop", "de", "Im Laden")));

        assertThat(FirstQuestion.of(question(QuestionKind.CHOICE, options), "de")
                        .choices())
                .containsExactly(
                        new FirstQuestion.Choice("web", "Im Netz"), new FirstQuestion.Choice("shop", "Im Laden"));
        assertThat(FirstQuestion.of(question(QuestionKind.YES_NO, null), "en"))
                .isEqualTo(new FirstQuestion("How was it?", QuestionKind.YES_NO, null, null, null));
    }

    @ParameterizedTest
    @EnumSource(
            value = QuestionKind.class,
            names = {"TEXT", "IMPROVEMENT", "COMPETITOR"})
    void a_question_for_a_text_is_not_told(QuestionKind kind) {
        assertThat(FirstQuestion.of(question(kind, null), "en")).isNull();
    }

    private static Question question(QuestionKind kind, List<Option> options) {
        return new Question("one", kind, TEXT, true, options);
    }
}
