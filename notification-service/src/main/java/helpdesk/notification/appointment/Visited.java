package helpdesk.notification.appointment;

import helpdesk.notification.customers.Contact;
import jakarta.persistence.Embeddable;

/**
 * Who is visited.
 *
 * @param email null when there is none
 * @param phone in E.164, or null
 */
@Embeddable
public record Visited(String name, String email, String phone) {

    Contact contact() {
        return new Contact(name, null, email, phone);
    }
}
