package helpdesk.ticket.request;

import helpdesk.platform.identity.CustomerLinks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The links by which people without an account see their own request. */
@ApplicationScoped
class RequestLinks {

    private static final String SCOPE = "request";

    /** Long enough for the slowest conversation; each message brings a fresh link. */
    private static final Duration LIFETIME = Duration.ofDays(90);

    private final CustomerLinks links;
    private final Clock clock;
    private final String publicUrl;

    RequestLinks(CustomerLinks links, Clock clock, @ConfigProperty(name = "helpdesk.public-url") String publicUrl) {
        this.links = links;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    String linkTo(UUID ticket) {
        return publicUrl + "/api/v1/requests/"
                + links.issue(SCOPE, ticket, clock.instant().plus(LIFETIME));
    }

    UUID open(String token) {
        return links.open(SCOPE, token);
    }
}
