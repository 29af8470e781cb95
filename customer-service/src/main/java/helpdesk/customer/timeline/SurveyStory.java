package helpdesk.customer.timeline;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The events of feedback-service as sentences. What a customer answered stays in the answer; only the score is told. */
final class SurveyStory {

    private static final Map<String, Function<SurveyFacts, String>> SENTENCES = Map.of(
            "survey.invited", survey -> "Invited to " + named(survey),
            "survey.reminded", survey -> "Reminded of " + named(survey),
            "survey.answered", survey -> "Answered " + asked(survey) + score(survey),
            "survey.answer-changed", survey -> "Changed the answer to " + asked(survey) + score(survey),
            "survey.expired", survey -> "Did not answer " + asked(survey),
            "feedback.detractor-reported", survey -> "Unhappy with " + matter(survey) + score(survey),
            "improvement.notice-asked", notice -> "Was told that an improvement is done: " + notice.title());

    private static final Set<String> BY_CUSTOMER = Set.of("survey.answered", "survey.answer-changed");

    private SurveyStory() {}

    /** Whether this kind of event is a part of a customer's story. */
    static boolean tells(String kind) {
        return SENTENCES.containsKey(kind);
    }

    /** The event of such a kind as a sentence. */
    static String sentence(String kind, SurveyFacts survey) {
        return SENTENCES.get(kind).apply(survey);
    }

    /** Whether it was the customer who was in touch. */
    static boolean isByCustomer(String kind) {
        return BY_CUSTOMER.contains(kind);
    }

    private static String named(SurveyFacts survey) {
        String name = "the survey “%s”".formatted(survey.surveyName());
        return survey.ticketNumber() == null ? name : name + " on " + survey.ticketNumber();
    }

    private static String asked(SurveyFacts survey) {
        return survey.ticketNumber() == null ? "a survey" : "the survey on " + survey.ticketNumber();
    }

    private static String matter(SurveyFacts survey) {
        return survey.ticketNumber() == null ? "our service" : survey.ticketNumber();
    }

    private static String score(SurveyFacts survey) {
        return survey.score() == null ? "" : ": %d of 10".formatted(survey.score());
    }
}
