package helpdesk.feedback.survey;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.feedback.fixture.Questions;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ScoreTest {

    private static final List<Question> ALL = List.of(
            Questions.of("effort", QuestionKind.EFFORT),
            Questions.of("nps", QuestionKind.NPS),
            Questions.of("stars", QuestionKind.STARS5),
            Questions.of("rating", QuestionKind.RATING10),
            Questions.of("again", QuestionKind.RATING10),
            Questions.of("solved", QuestionKind.YES_NO));

    @Example
    void the_kinds_take_precedence_over_the_order_of_the_questions() {
        assertThat(score(number("effort", 7), number("nps", 9), number("stars", 1), number("again", 3)))
                .isEqualTo(3);
        assertThat(score(number("effort", 7), number("nps", 9), number("stars", 1)))
                .isEqualTo(2);
        assertThat(score(number("effort", 7), number("nps", 9))).isEqualTo(9);
    }

    @Example
    void the_first_of_two_ratings_counts() {
        assertThat(score(number("again", 10), number("rating", 2))).isEqualTo(2);
    }

    @Example
    void nobody_recommending_us_is_the_worst_score() {
        assertThat(score(number("nps", 0))).isEqualTo(1);
    }

    @Example
    void effort_is_stretched_to_ten() {
        assertThat(List.of(1, 2, 3, 4, 5, 6, 7))
                .extracting(effort -> score(number("effort", effort)))
                .containsExactly(1, 3, 4, 6, 7, 9, 10);
    }

    @Example
    void without_a_scale_there_is_no_score() {
        assertThat(score(new Answer("solved", new AnswerValue.Truth(true), null)))
                .isNull();
        assertThat(Score.isLow(null)).isFalse();
    }

    @Example
    void six_is_low_and_seven_is_not() {
        assertThat(Score.isLow(6)).isTrue();
        assertThat(Score.isLow(7)).isFalse();
    }

    @Example
    void what_was_answered_on_a_scale_is_kept_as_it_is() {
        List<Question> questions = List.of(
                Questions.of("one", QuestionKind.NPS),
                Questions.of("other", QuestionKind.NPS),
                Questions.of("effort", QuestionKind.EFFORT));
        assertThat(Score.raw(QuestionKind.NPS, questions, List.of(number("other", 10), number("one", 0))))
                .isZero();
        assertThat(Score.raw(QuestionKind.NPS, questions, List.of(number("other", 10), number("effort", 7))))
                .isEqualTo(10);
        assertThat(Score.raw(QuestionKind.EFFORT, questions, List.of(number("other", 10))))
                .isNull();
    }

    @Property
    void a_score_is_from_one_to_ten_and_never_falls_when_the_answer_rises(
            @ForAll @IntRange(min = 0, max = 9) int number) {
        assertThat(score(number("nps", number))).isBetween(1, 10).isLessThanOrEqualTo(score(number("nps", number + 1)));
        if (number >= 1 && number < 5) {
            assertThat(score(number("stars", number))).isBetween(1, 10).isLessThan(score(number("stars", number + 1)));
        }
        if (number >= 1 && number < 7) {
            assertThat(score(number("effort", number)))
                    .isBetween(1, 10)
                    .isLessThan(score(number("effort", number + 1)));
        }
    }

    private static Integer score(Answer... answers) {
        return Score.of(ALL, List.of(answers));
    }

    private static Answer number(String key, int number) {
        return new Answer(key, new AnswerValue.Whole(number), null);
    }
}
