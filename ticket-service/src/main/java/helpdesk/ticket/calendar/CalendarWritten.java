package helpdesk.ticket.calendar;

import java.util.UUID;

/** A calendar says something else from now on. Told within the transaction that writes it: who cannot bear that refuses it. */
public record CalendarWritten(UUID id, CalendarBody body) {}
