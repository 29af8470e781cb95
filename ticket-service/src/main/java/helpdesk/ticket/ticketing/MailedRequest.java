package helpdesk.ticket.ticketing;

import java.util.UUID;

/**
 * A mail that asks for something.
 *
 * @param mail what it is known by
 * @param name how the sender is called; null when the mail does not say
 * @param language BCP 47; null when the mail does not say
 * @param noReply whether nobody reads what is written to the sender
 */
public record MailedRequest(
        UUID mail, String name, String email, String subject, String text, String language, boolean noReply) {}
