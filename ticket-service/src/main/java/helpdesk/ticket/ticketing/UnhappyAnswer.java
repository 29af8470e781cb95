package helpdesk.ticket.ticketing;

import java.util.UUID;

/**
 * A low answer to a survey that was about no ticket.
 *
 * @param response what it is known by
 * @param customer who gave it; null when only the contact is known
 * @param named the profile that was named; another one when that goes on in the customer's
 * @param story what was said, in sentences for the one who follows it up
 * @param group which was asked about; null when none is named
 * @param category which was asked about; null when none is named
 */
public record UnhappyAnswer(
        UUID response,
        UUID customer,
        UUID named,
        ContactData contact,
        String language,
        String group,
        String category,
        String story) {

    /** Whether there is anybody to answer: nobody knows who filled in a card without a name. */
    boolean isOfSomebody() {
        return customer != null || contact.email() != null || contact.phone() != null || contact.handle() != null;
    }
}
