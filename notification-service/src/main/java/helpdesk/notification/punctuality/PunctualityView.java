package helpdesk.notification.punctuality;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How well appointments were kept.
 *
 * @param key the agent's id, the first day of the week or the month, or all
 * @param booked how many were agreed, whatever came of them
 * @param withoutOutcome how many are over and nobody has told what came of them
 * @param movedByUs how many were moved at least once because we wished it
 * @param arrivalsKnown how many of the kept ones have a time of arrival
 * @param lateness absent when no arrival is known
 * @param withinWindow the share that we kept within the window, of the kept ones whose arrival is known and those that we
 *     missed; absent when there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PunctualityView(
        String key,
        long booked,
        long kept,
        long keptWithinWindow,
        long arrivalsKnown,
        long missedByUs,
        long missedByCustomer,
        long cancelledByUs,
        long cancelledByCustomer,
        long withoutOutcome,
        long movedByUs,
        Lateness lateness,
        Proportion withinWindow) {}
