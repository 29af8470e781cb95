package helpdesk.feedback.improvement;

import helpdesk.feedback.invitation.Contact;
import helpdesk.platform.contact.EmailAddresses;
import java.util.UUID;

/**
 * By what persons are told apart.
 *
 * @param email in normal form, or null
 * @param phone or null
 */
record Person(UUID customerId, String email, String phone) {

    static Person of(UUID customerId, Contact contact) {
        return new Person(customerId, EmailAddresses.normalize(contact.email()), contact.phone());
    }

    /**
     * Whether both are one, as far as anybody can tell: the same customer, or the same mailbox. A phone is shared in a family, so
     * the same number says so only of somebody of whom nothing else is known.
     */
    boolean isSameAs(Person other) {
        return customerId != null && customerId.equals(other.customerId)
                || email != null && email.equals(other.email)
                || phone != null && phone.equals(other.phone) && (isOnlyPhone() || other.isOnlyPhone());
    }

    private boolean isOnlyPhone() {
        return customerId == null && email == null;
    }

    /** Under what they are kept, once for each improvement: the customer, else the address, else the number, else the row itself. */
    String key(UUID row) {
        if (customerId != null) {
            return "customer " + customerId;
        }
        if (email != null) {
            return "mail " + email;
        }
        return phone == null ? "voice " + row : "phone " + phone;
    }
}
