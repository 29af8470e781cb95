package helpdesk.feedback.followup;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.feedback.insight.Proportion;

/**
 * What became of the unhappy answers about one agent, team, category or channel.
 *
 * @param key the agent's id, or the name of what it is grouped by; absent for those without one
 * @param name the agent's name
 * @param reported unhappy answers in the period
 * @param resolved the share of them whose ticket is solved
 * @param answered the share of the solved whose customers answered again
 * @param recovered of those who answered again, the share who are satisfied now: a score of 8 and more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FollowUpGroup(
        String key, String name, long reported, Proportion resolved, Proportion answered, Proportion recovered) {}
