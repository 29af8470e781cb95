package helpdesk.feedback.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import helpdesk.feedback.fixture.Questions;
import helpdesk.platform.problem.FieldError;
import helpdesk.platform.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SurveyTest {

    private static final Instant NOW = Instant.parse("2026-10-07T14:40:12Z");

    @Test
    void a_draft_can_be_revised() {
        Survey survey = Survey.draft(content(Questions.of("one", QuestionKind.TEXT)), NOW);
        survey.revise(content(Questions.of("two", QuestionKind.NPS)), NOW.plusSeconds(1));
        assertThat(survey.questions()).extracting(Question::key).containsExactly("two");
        assertThat(survey.updatedAt()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void a_published_survey_stays_as_it_is() {
        Survey survey = Survey.draft(content(Questions.of("one", QuestionKind.TEXT)), NOW);
        survey.publish(false, NOW);
        assertProblem(() -> survey.revise(survey.content(), NOW), "survey-not-draft");
        assertProblem(() -> survey.publish(false, NOW), "survey-not-draft");
    }

    @Test
    void a_published_survey_can_become_the_default_once() {
        Survey survey = Survey.draft(content(Questions.of("one", QuestionKind.TEXT)), NOW);
        survey.publish(false, NOW);
        survey.publish(true, NOW.plusSeconds(1));
        assertThat(survey.isDefault()).isTrue();
        assertThat(survey.publishedAt()).isEqualTo(NOW);
        assertProblem(() -> survey.publish(true, NOW), "survey-not-draft");
    }

    @Test
    void more_than_ten_questions_come_with_advice() {
        assertThat(survey(10).advice()).isNull();
        assertThat(survey(11).advice()).isEqualTo("Above ten questions fewer people answer.");
    }

    @Test
    void it_speaks_the_languages_that_all_its_texts_have() {
        Survey survey = Survey.draft(
                content(
                        question("one", Map.of("en", "One?", "de", "Eins?", "pt-BR", "Um?")),
                        question("two", Map.of("EN", "Two?", "de", "Zwei?"))),
                NOW);
        assertThat(survey.languages()).containsExactlyInAnyOrder("en", "de");
        assertThat(survey.speak("de-AT", "fr")).isEqualTo("de");
        assertThat(survey.speak(null, "pt-BR")).isEqualTo("en");
    }

    @Test
    void it_falls_back_to_english_and_then_to_its_default_language() {
        Question german = question("one", Map.of("de", "Eins?"));
        Survey survey = Survey.draft(new SurveyContent("Hallo", "de", List.of(german), null), NOW);
        assertThat(survey.speak("fr", "ta")).isEqualTo("de");
    }

    @Test
    void what_does_not_fit_together_is_named() {
        Question twice = Questions.of("one", QuestionKind.TEXT);
        Question german = question("german", Map.of("de", "Eins?"));
        Question alone = new Question(
                "alone",
                QuestionKind.CHOICE,
                Map.of("en", "Which?"),
                false,
                List.of(new Option("a", Map.of("de", "A"))));
        Question same = new Question(
                "same",
                QuestionKind.CHOICE,
                Map.of("en", "Which?"),
                false,
                List.of(new Option("a", Map.of("en", "A")), new Option("a", Map.of("en", "B"))));
        Question optionsNotAsked = new Question("nps", QuestionKind.NPS, Map.of("en", "?"), false, List.of());
        assertErrors(
                () -> Survey.draft(content(twice, twice, german, alone, same, optionsNotAsked), NOW),
                "/questions/1/key double-key",
                "/questions/2/text missing-language",
                "/questions/3/options too-few-options",
                "/questions/3/options/0/text missing-language",
                "/questions/4/options/1/value double-value",
                "/questions/5/options options-not-asked");
    }

    @Test
    void answers_that_fit_pass() {
        Survey survey = Survey.draft(
                content(
                        Questions.required("rating", QuestionKind.RATING10),
                        Questions.of("solved", QuestionKind.YES_NO),
                        Questions.of("best", QuestionKind.CHOICE),
                        Questions.of("improve", QuestionKind.IMPROVEMENT)),
                NOW);
        survey.requireFitting(List.of(
                new Answer("rating", new AnswerValue.Whole(10), null),
                new Answer("solved", new AnswerValue.Truth(false), "It broke again."),
                new Answer("best", new AnswerValue.Words("words"), null)));
    }

    @Test
    void answers_that_do_not_fit_are_named() {
        Survey survey = Survey.draft(
                content(
                        Questions.required("rating", QuestionKind.RATING10),
                        Questions.of("solved", QuestionKind.YES_NO),
                        Questions.of("improve", QuestionKind.IMPROVEMENT)),
                NOW);
        assertErrors(
                () -> survey.requireFitting(List.of(
                        new Answer("solved", new AnswerValue.Words("yes"), null),
                        new Answer("solved", new AnswerValue.Truth(true), null),
                        new Answer("unheard-of", new AnswerValue.Whole(1), null),
                        new Answer("improve", new AnswerValue.Words("All"), "Really all"))),
                "/answers/0/value invalid-value",
                "/answers/1/key double-answer",
                "/answers/2/key unknown-question",
                "/answers/3/comment comment-not-asked",
                "/answers missing-answer");
    }

    private static Survey survey(int questions) {
        return Survey.draft(
                content(IntStream.range(0, questions)
                        .mapToObj(i -> Questions.of("q" + i, QuestionKind.TEXT))
                        .toArray(Question[]::new)),
                NOW);
    }

    private static SurveyContent content(Question... questions) {
        return new SurveyContent("How are we doing?", null, List.of(questions), null);
    }

    private static Question question(String key, Map<String, String> text) {
        return new Question(key, QuestionKind.TEXT, text, false, null);
    }

    private static void assertProblem(ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .asInstanceOf(type(Problem.class))
                .extracting(problem -> problem.type().code())
                .isEqualTo(code);
    }

    private static void assertErrors(ThrowingCallable call, String... errors) {
        assertThatThrownBy(call)
                .asInstanceOf(type(Problem.class))
                .extracting(problem ->
                        problem.errors().stream().map(SurveyTest::line).toList())
                .isEqualTo(List.of(errors));
    }

    private static String line(FieldError error) {
        return error.pointer() + " " + error.code();
    }
}
