package helpdesk.notification.callback;

import helpdesk.platform.identity.CustomerLinks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The links by which customers book, move and call off callbacks without an account. */
@ApplicationScoped
public class CallbackLinks {

    private static final String SCOPE = "callback";

    /** So long after its time a callback can be looked at, and another be booked instead. */
    private static final Duration AFTERWARDS = Duration.ofDays(30);

    private final CustomerLinks links;
    private final Clock clock;
    private final String publicUrl;

    CallbackLinks(CustomerLinks links, Clock clock, @ConfigProperty(name = "helpdesk.public-url") String publicUrl) {
        this.links = links;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** The link to the callback. */
    String to(Callback callback) {
        Instant end = callback.isBooked() ? callback.slotEnd() : clock.instant();
        return to(callback.id(), end.plus(AFTERWARDS));
    }

    /** The link that opens the object until then. */
    public String to(UUID object, Instant expiresAt) {
        return publicUrl + "/c/" + links.issue(SCOPE, object, expiresAt);
    }

    /**
     * What the token opens: a callback, or a link that was made to book one.
     *
     * @throws helpdesk.platform.problem.Problem {@code not-found} or {@code link-expired}
     */
    public UUID open(String token) {
        return links.open(SCOPE, token);
    }
}
