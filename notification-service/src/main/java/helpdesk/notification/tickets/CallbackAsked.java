package helpdesk.notification.tickets;

import helpdesk.notification.callback.BookCallback;
import helpdesk.notification.customers.Contact;
import helpdesk.platform.contact.PhoneNumbers;
import helpdesk.platform.inbox.PoisonException;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is read of a customer's wish to be called back about a ticket.
 *
 * @param requestId the id of the callback that comes of it
 * @param slotStart null when the customer would like to be called as soon as possible
 */
record CallbackAsked(
        UUID requestId,
        UUID ticketId,
        String number,
        String subject,
        String language,
        String group,
        UUID customerId,
        Contact requester,
        String phone,
        String timeZone,
        Instant slotStart,
        String reason) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 2000;
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cc}+");

    CallbackAsked {
        if (requestId == null || ticketId == null || number == null || subject == null || requester == null) {
            throw new PoisonException("requestId, ticketId, number, subject and requester are needed");
        }
        if (PhoneNumbers.normalize(phone).isEmpty()) {
            throw new PoisonException("The phone number cannot be called");
        }
    }

    /**
     * The wish in the words of who books one over the API.
     *
     * @param known what else is known of the customer
     */
    BookCallback wish(Contact known) {
        return new BookCallback(
                customerId,
                shortened(CONTROLS.matcher(name(known)).replaceAll(" "), LONGEST_NAME),
                phone,
                slotStart,
                timeZone,
                shortened(isBlank(reason) ? number + " " + subject : reason, LONGEST_REASON),
                ticketId,
                language,
                group);
    }

    /** Whom to ask for. Who is known by nothing but a phone number is asked for by the ticket. */
    private String name(Contact known) {
        return Stream.of(requester.name(), known.name(), requester.preferredName())
                .filter(name -> !isBlank(name))
                .findFirst()
                .orElse(number);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static String shortened(String text, int longest) {
        String stripped = text.strip();
        int end = stripped.offsetByCodePoints(0, Math.min(longest, stripped.codePointCount(0, stripped.length())));
        return stripped.substring(0, end);
    }
}
