package helpdesk.ticket.request;

import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.identity.CustomerLinks;
import helpdesk.platform.problem.PlatformProblem;
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
    private final ErasedSubjects erased;
    private final Clock clock;
    private final String publicUrl;

    RequestLinks(
            CustomerLinks links,
            ErasedSubjects erased,
            Clock clock,
            @ConfigProperty(name = "helpdesk.public-url") String publicUrl) {
        this.links = links;
        this.erased = erased;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    String linkTo(UUID ticket) {
        return publicUrl + "/api/v1/requests/" + token(ticket);
    }

    /** The last segment of a link. */
    String token(UUID ticket) {
        return links.issue(SCOPE, ticket, clock.instant().plus(LIFETIME));
    }

    UUID open(String token) {
        UUID ticket = links.open(SCOPE, token);
        if (erased.contains(ticket)) {
            throw PlatformProblem.NOT_FOUND.problem("What this link led to was erased, as its owner wished.");
        }
        return ticket;
    }
}
