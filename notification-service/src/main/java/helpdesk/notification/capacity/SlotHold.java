package helpdesk.notification.capacity;

import java.time.Instant;
import java.util.UUID;

/** A place that is kept for somebody until a moment, which itself is no longer part of it. */
public record SlotHold(UUID id, String group, Slot slot, Instant expiresAt) {}
