package helpdesk.feedback.insight;

import java.time.Instant;
import java.util.List;

/**
 * How customers answered about a period.
 *
 * @param from invitations sent from here
 * @param to up to here, this moment itself not included
 * @param items the largest groups first, at most 1000; days, weeks and months in their order, without those in which nobody
 *     was asked
 */
public record InsightView(Dimension by, Instant from, Instant to, List<InsightGroup> items) {}
