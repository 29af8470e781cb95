package helpdesk.feedback.followup;

import java.time.Instant;
import java.util.List;

/**
 * What became of the unhappy answers of a period.
 *
 * @param from reported from here
 * @param to up to here, this moment itself not included
 * @param items the largest groups first, at most 1000
 */
public record FollowUpInsight(FollowUpDimension by, Instant from, Instant to, List<FollowUpGroup> items) {}
