package helpdesk.notification.unsubscribe;

import helpdesk.platform.identity.CustomerLinks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The links by which whoever got a mail says that they want no more such ones. */
@ApplicationScoped
public class UnsubscribeLinks {

    /** Mails are read late, and old ones are looked for. */
    private static final Duration GOOD_FOR = Duration.ofDays(365);

    private static final String SCOPE = "unsubscribe";

    private final CustomerLinks links;
    private final String publicUrl;
    private final Clock clock;

    UnsubscribeLinks(CustomerLinks links, @ConfigProperty(name = "helpdesk.public-url") String publicUrl, Clock clock) {
        this.links = links;
        this.publicUrl = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
        this.clock = clock;
    }

    /** The link in a message. */
    public String link(UUID message) {
        return publicUrl + "/u/" + links.issue(SCOPE, message, clock.instant().plus(GOOD_FOR));
    }

    /**
     * The message that the token was in.
     *
     * @throws helpdesk.platform.problem.Problem {@code not-found} or {@code link-expired}
     */
    UUID open(String token) {
        return links.open(SCOPE, token);
    }
}
