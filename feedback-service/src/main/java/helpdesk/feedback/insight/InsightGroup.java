package helpdesk.feedback.insight;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How customers answered about one agent, team, category, channel or language, to one survey, in one day, week or month, or
 * altogether. Whatever was not answered is absent.
 *
 * @param key the agent's or survey's id, the name of what it is grouped by, or the period (2026-11-02, 2026-W45, 2026-11);
 *     absent for those without one, and for all together
 * @param name the name under which the agent served last, or the survey's
 * @param invited how many were asked in the period; withdrawn invitations are not counted
 * @param answered how many of these answered
 * @param responseRate the share of the invited who answered
 * @param averageScore mean of the scores, 1–10, to two places; absent without a score
 * @param satisfied the share of the scores of 8 and more, which are 4 and 5 of five stars (CSAT); absent without a score
 * @param unhappy the share of the scores of 6 and less; absent without a score
 * @param score mean of the scores with its interval
 * @param nps of the answers from 0 to 10 to the first question of this kind
 * @param effort mean of the answers from 1 to 7 to the first question of this kind
 * @param tooFew true when there are fewer than five scores, and so little to conclude; absent otherwise
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
        Proportion unhappy,
        Mean score,
        NetPromoterScore nps,
        Mean effort,
        Boolean tooFew) {}
