package helpdesk.feedback.invitation;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * Who served the customer, and how, at the time of the solution. What an answer says is said about them, whatever happens to
 * the ticket later.
 *
 * @param team the group that had the ticket, or null
 * @param category may be null
 * @param channel how the request came in
 */
@Embeddable
public record Circumstances(UUID agentId, String agentName, String team, String category, String channel) {}
