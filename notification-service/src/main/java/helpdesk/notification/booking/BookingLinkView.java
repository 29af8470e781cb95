package helpdesk.notification.booking;

import java.time.Instant;

/**
 * A link that was made.
 *
 * @param link where its bearer books, moves and calls off; its last path segment is the token
 */
public record BookingLinkView(String link, Instant expiresAt) {}
