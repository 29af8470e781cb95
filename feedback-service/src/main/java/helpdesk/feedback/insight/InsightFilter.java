package helpdesk.feedback.insight;

import helpdesk.platform.problem.PlatformProblem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Which invitations are counted.
 *
 * @param surveyId only those to this survey, in all its versions, or null for all
 * @param of what {@code member} is one of, or null for all
 * @param member an agent's id, or the name of a team, category, channel or language
 */
record InsightFilter(UUID surveyId, Dimension of, String member) {

    /**
     * Puts parameters together. What is already grouped is not narrowed, and only one thing is counted apart.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-parameter}, with a pointer to one that cannot be used
     */
    static InsightFilter of(
            Dimension by, UUID surveyId, UUID agentId, String team, String category, String channel, String language) {
        List<Map.Entry<String, InsightFilter>> given = Stream.of(
                        given("agentId", surveyId, Dimension.AGENT, Objects.toString(agentId, null)),
                        given("team", surveyId, Dimension.TEAM, team),
                        given("category", surveyId, Dimension.CATEGORY, category),
                        given("channel", surveyId, Dimension.CHANNEL, channel),
                        given("language", surveyId, Dimension.LANGUAGE, language))
                .filter(parameter -> parameter.getValue().member() != null)
                .toList();
        if (given.isEmpty()) {
            return new InsightFilter(surveyId, null, null);
        }
        if (!by.isTrend() && by != Dimension.TOTAL) {
            throw PlatformProblem.INVALID_PARAMETER.at(
                    "?" + given.getFirst().getKey(), "Leave it out, or ask by day, week, month or total.");
        }
        if (given.size() > 1) {
            throw PlatformProblem.INVALID_PARAMETER.at(
                    "?" + given.getLast().getKey(),
                    "Give at most one of agentId, team, category, channel and language.");
        }
        return given.getFirst().getValue();
    }

    private static Map.Entry<String, InsightFilter> given(String name, UUID surveyId, Dimension of, String member) {
        return Map.entry(name, new InsightFilter(surveyId, of, member));
    }
}
