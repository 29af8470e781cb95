package helpdesk.customer.reward;

import java.util.UUID;

/**
 * The survey that somebody answered.
 *
 * @param surveyId in the version that was asked
 * @param seriesId what all its versions have in common; null of an answer that was given when there were no versions
 */
public record AskedSurvey(UUID surveyId, UUID seriesId) {

    static final AskedSurvey NONE = new AskedSurvey(null, null);

    /** Whether it is the survey that a rule names, which means all its versions. */
    boolean is(UUID named) {
        return named.equals(surveyId) || named.equals(seriesId);
    }
}
