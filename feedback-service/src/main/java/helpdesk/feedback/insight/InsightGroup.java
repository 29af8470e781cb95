package helpdesk.feedback.insight;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How customers answered about one agent, team, category, channel or language.
 *
 * @param key the agent's id, or the name of what it is grouped by; absent for those without one
 * @param name the agent's name
 * @param invited how many were asked in the period; withdrawn invitations are not counted
 * @param answered how many of these answered
 * @param responseRate the share of the invited who answered
 * @param averageScore mean of the scores, 1–10, to two places; absent without a score
 * @param satisfied the share of the scores of 8 and more, which are 4 and 5 of five stars (CSAT); absent without a score
 * @param unhappy the share of the scores of 6 and less; absent without a score
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InsightGroup(
        String key,
        String name,
        long invited,
        long answered,
        Proportion responseRate,
        Double averageScore,
        Proportion satisfied,
        Proportion unhappy) {}
