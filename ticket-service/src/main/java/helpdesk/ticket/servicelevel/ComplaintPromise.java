package helpdesk.ticket.servicelevel;

import java.time.Duration;

/**
 * What is promised of the resolution of a complaint.
 *
 * @param usualDay how much of a day counts where business time does; null when days are of different lengths
 */
public record ComplaintPromise(PolicyTarget target, Duration usualDay) {}
