package helpdesk.ticket.ticketing;

import java.time.Instant;

/**
 * What somebody wants who asks to be called back.
 *
 * @param phone in E.164
 * @param timeZone IANA; null when the caller did not say
 * @param slotStart when; null for as soon as possible
 * @param reason what it is about; null when it is about the ticket as such
 */
public record CallbackWish(String phone, String timeZone, Instant slotStart, String reason) {}
