package helpdesk.feedback.survey;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.feedback.fixture.Questions;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** The bounds of answers hold for every value, not only for those that somebody thought of. */
class AnswerBoundsTest {

    @Property
    void a_number_fits_a_scale_exactly_when_it_is_on_it(@ForAll int number) {
        assertThat(fits(QuestionKind.RATING10, number)).isEqualTo(number >= 1 && number <= 10);
        assertThat(fits(QuestionKind.STARS5, number)).isEqualTo(number >= 1 && number <= 5);
        assertThat(fits(QuestionKind.NPS, number)).isEqualTo(number >= 0 && number <= 10);
        assertThat(fits(QuestionKind.EFFORT, number)).isEqualTo(number >= 1 && number <= 7);
    }

    @Property
    void a_number_near_the_ends_fits_exactly_when_it_is_on_the_scale(@ForAll @IntRange(min = -2, max = 12) int number) {
        a_number_fits_a_scale_exactly_when_it_is_on_it(number);
    }

    @Property
    void a_text_fits_exactly_when_it_says_something_and_is_not_too_long(
            @ForAll @StringLength(max = 4_002) String text) {
        boolean right = !text.isBlank() && text.length() <= 4_000;
        assertThat(fits(QuestionKind.TEXT, new AnswerValue.Words(text))).isEqualTo(right);
        assertThat(fits(QuestionKind.IMPROVEMENT, new AnswerValue.Words(text))).isEqualTo(right);
        assertThat(fits(QuestionKind.COMPETITOR, new AnswerValue.Words(text))).isEqualTo(right);
    }

    @Property
    void only_an_option_of_the_question_can_be_chosen(@ForAll String text) {
        Assume.that(!text.equals("speed") && !text.equals("words"));
        assertThat(fits(QuestionKind.CHOICE, new AnswerValue.Words(text))).isFalse();
        assertThat(fits(QuestionKind.CHOICE, new AnswerValue.Words("speed"))).isTrue();
    }

    @Property
    void what_fits_one_form_of_answer_fits_no_kind_that_asks_for_another(
            @ForAll QuestionKind kind, @ForAll("values") AnswerValue value) {
        if (fits(kind, value)) {
            boolean rightForm =
                    switch (kind) {
                        case RATING10, STARS5, NPS, EFFORT -> value instanceof AnswerValue.Whole;
                        case YES_NO -> value instanceof AnswerValue.Truth;
                        case CHOICE, TEXT, IMPROVEMENT, COMPETITOR -> value instanceof AnswerValue.Words;
                    };
            assertThat(rightForm).isTrue();
        }
    }

    @Provide
    Arbitrary<AnswerValue> values() {
        Arbitrary<AnswerValue> numbers = Arbitraries.integers().between(-1, 11).map(AnswerValue.Whole::new);
        Arbitrary<AnswerValue> truths = Arbitraries.of(true, false).map(AnswerValue.Truth::new);
        Arbitrary<AnswerValue> words = Arbitraries.strings().ofMaxLength(10).map(AnswerValue.Words::new);
        return Combinators.combine(
                        numbers, truths, words, Arbitraries.integers().between(0, 2))
                .as((number, truth, word, which) -> switch (which) {
                    case 0 -> number;
                    case 1 -> truth;
                    default -> word;
                });
    }

    private static boolean fits(QuestionKind kind, int number) {
        return fits(kind, new AnswerValue.Whole(number));
    }

    private static boolean fits(QuestionKind kind, AnswerValue value) {
        return Questions.of("speed", kind).fault(value).isEmpty();
    }
}
