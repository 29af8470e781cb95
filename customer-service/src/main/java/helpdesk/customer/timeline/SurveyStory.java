package helpdesk.customer.timeline;

import java.util.Map;
import java.util.function.Function;

/** The events of feedback-service as sentences. What a customer answered stays in the answer; only the score is told. */
final class SurveyStory {

    private static final Map<String, Function<SurveyFacts, String>> SENTENCES = Map.of(
            "survey.invited", SurveyStory::invited,
            "survey.answered", survey -> "Answered the survey on " + survey.ticketNumber() + score(survey),
            "feedback.detractor-reported", survey -> "Unhappy with " + survey.ticketNumber() + score(survey));

    private SurveyStory() {}

    /** Whether this kind of event is a part of a customer's story. */
    static boolean tells(String kind) {
        return SENTENCES.containsKey(kind);
    }

    /** The event of such a kind as a sentence. */
    static String sentence(String kind, SurveyFacts survey) {
        return SENTENCES.get(kind).apply(survey);
    }

    private static String invited(SurveyFacts survey) {
        return "Invited to the survey “%s” on %s".formatted(survey.surveyName(), survey.ticketNumber());
    }

    private static String score(SurveyFacts survey) {
        return survey.score() == null ? "" : ": %d of 10".formatted(survey.score());
    }
}
