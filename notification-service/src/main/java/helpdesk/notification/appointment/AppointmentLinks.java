package helpdesk.notification.appointment;

import helpdesk.platform.identity.CustomerLinks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The links by which customers look at their appointments, without an account. */
@ApplicationScoped
public class AppointmentLinks {

    private static final String SCOPE = "appointment";

    /** So long after its window an appointment can still be looked at. */
    private static final Duration AFTERWARDS = Duration.ofDays(30);

    private final CustomerLinks links;
    private final String publicUrl;

    AppointmentLinks(CustomerLinks links, @ConfigProperty(name = "helpdesk.public-url") String publicUrl) {
        this.links = links;
        this.publicUrl = publicUrl;
    }

    /** The address of the customer's page. */
    String of(Appointment appointment) {
        return publicUrl + "/a/"
                + links.issue(
                        SCOPE, appointment.id(), appointment.window().end().plus(AFTERWARDS));
    }

    /**
     * The appointment that the token opens.
     *
     * @throws helpdesk.platform.problem.Problem {@code not-found} or {@code link-expired}
     */
    UUID open(String token) {
        return links.open(SCOPE, token);
    }
}
