package helpdesk.ticket.sideconversation;

import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.identity.CustomerLinks;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The links by which third parties read and answer. */
@ApplicationScoped
class SideLinks {

    private static final String SCOPE = "side-conversation";
    private static final Duration LIFETIME = Duration.ofDays(90);

    private final CustomerLinks links;
    private final ErasedSubjects erased;
    private final Clock clock;
    private final String publicUrl;

    SideLinks(
            CustomerLinks links,
            ErasedSubjects erased,
            Clock clock,
            @ConfigProperty(name = "helpdesk.public-url") String publicUrl) {
        this.links = links;
        this.erased = erased;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    String linkTo(UUID conversation) {
        return publicUrl + "/api/v1/side-conversations/"
                + links.issue(SCOPE, conversation, clock.instant().plus(LIFETIME));
    }

    UUID open(String token) {
        UUID conversation = links.open(SCOPE, token);
        if (erased.contains(conversation)) {
            throw PlatformProblem.NOT_FOUND.problem("What this link led to was erased.");
        }
        return conversation;
    }
}
