package helpdesk.notification.appointment;

import java.time.Instant;
import java.util.UUID;

/** The link to an agent's appointments, for a calendar program. Whoever has it can read them. */
public record FeedLinkView(UUID agentId, String link, Instant expiresAt) {}
