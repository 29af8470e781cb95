package helpdesk.ticket.calendar;

import java.util.UUID;

/** A calendar is about to be removed. Told within the transaction that removes it: who needs it refuses that. */
public record CalendarLeaving(UUID id) {}
