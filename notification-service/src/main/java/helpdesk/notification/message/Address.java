package helpdesk.notification.message;

import helpdesk.notification.customers.Contact;
import helpdesk.platform.contact.EmailAddresses;
import java.util.UUID;

/** Where a message goes. */
record Address(MessageChannel channel, String recipient) {

    /**
     * The best way to reach somebody: mail, else a text message, else inside the product, where who looks at the customer
     * or the ticket finds it.
     *
     * @param profile what else is known of the customer
     * @param inside the id to address it to when no way out is known
     */
    static Address of(Contact given, Contact profile, UUID inside) {
        if (given.email() != null) {
            return email(given);
        }
        if (given.phone() != null) {
            return sms(given);
        }
        if (profile.email() != null) {
            return email(profile);
        }
        if (profile.phone() != null) {
            return sms(profile);
        }
        return new Address(MessageChannel.IN_APP, inside.toString());
    }

    private static Address email(Contact contact) {
        return new Address(MessageChannel.EMAIL, EmailAddresses.normalize(contact.email()));
    }

    private static Address sms(Contact contact) {
        return new Address(MessageChannel.SMS, contact.phone());
    }
}
