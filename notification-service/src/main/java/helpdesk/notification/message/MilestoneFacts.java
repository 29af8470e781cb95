package helpdesk.notification.message;

import helpdesk.notification.customers.Contact;
import helpdesk.notification.template.Greeting;
import helpdesk.platform.inbox.PoisonException;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What is read of a day that matters to a customer.
 *
 * @param years how many it has been; null where they are not known
 */
record MilestoneFacts(
        UUID customerId, UUID milestoneId, String kind, String title, LocalDate date, Integer years, String act) {

    MilestoneFacts {
        if (customerId == null
                || milestoneId == null
                || kind == null
                || title == null
                || date == null
                || act == null
                || years != null && years < 1) {
            throw new PoisonException(
                    "customerId, milestoneId, kind, title, date and act are needed, and years from 1 on");
        }
    }

    /** Otherwise colleagues find a note, and the customer hears of it from them. */
    boolean isCard() {
        return act.equals("card");
    }

    /** Once for the day, however often it is told: the same milestone comes again next year. */
    MessageDraft message() {
        return new MessageDraft(milestoneId + " " + date, null, customerId, Contact.UNKNOWN, null, greeting());
    }

    private Greeting greeting() {
        return switch (kind) {
            case "birthday" -> new Greeting.Birthday();
            case "anniversary" -> new Greeting.Anniversary(years);
            default -> new Greeting.SpecialDay(title);
        };
    }
}
