package helpdesk.feedback.invitation;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Who was asked within the quiet period, by customer and by mail address: a customer may not be identified yet. */
final class RecentlyAsked {

    private final Set<UUID> customers = new HashSet<>();
    private final Set<String> emails = new HashSet<>();

    void add(UUID customer, String email) {
        if (customer != null) {
            customers.add(customer);
        }
        if (email != null) {
            emails.add(email);
        }
    }

    boolean includes(Invitation invitation) {
        return customers.contains(invitation.customerId()) || emails.contains(invitation.contactEmail());
    }
}
