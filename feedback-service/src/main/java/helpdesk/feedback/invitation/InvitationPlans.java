package helpdesk.feedback.invitation;

import helpdesk.feedback.customer.KnownCustomer;
import helpdesk.feedback.survey.Survey;
import java.time.Instant;
import java.util.Map;

/** Plans to ask customers of whom only the profile is known. */
final class InvitationPlans {

    private static final String ENGLISH = "en";

    private InvitationPlans() {}

    static InvitationPlan of(
            KnownCustomer customer,
            Occasion occasion,
            Circumstances circumstances,
            Survey survey,
            Instant dueAt,
            Cause cause) {
        Contact contact =
                new Contact(customer.name(), customer.preferredName(), customer.email(), customer.phone(), null);
        return new InvitationPlan(
                occasion,
                null,
                circumstances,
                Invitee.of(customer.id(), contact, Map.of()),
                customer.language() == null ? ENGLISH : customer.language(),
                survey,
                dueAt,
                cause);
    }
}
