package helpdesk.customer.timeline;

import java.time.Instant;
import java.util.UUID;

/**
 * Profiles of one person were merged, or a merge was taken back: for the timeline of the one that goes on.
 *
 * @param eventId of the event that tells others
 * @param merged whether they are one from now on, or two again
 */
public record ProfileTold(UUID eventId, UUID survivorId, UUID duplicateId, boolean merged, Instant at) {}
