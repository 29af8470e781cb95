package helpdesk.feedback.invitation;

import helpdesk.platform.identity.CustomerLinks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The links by which customers answer. Whoever has one can answer, once, until it expires. */
@ApplicationScoped
public class SurveyLinks {

    private static final String SCOPE = "survey";
    private static final String PATH = "/api/v1/survey-links/";

    private final CustomerLinks links;
    private final String publicUrl;

    SurveyLinks(CustomerLinks links, @ConfigProperty(name = "helpdesk.public-url") String publicUrl) {
        this.links = links;
        this.publicUrl = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
    }

    /** Always the same for the same invitation and expiry. */
    String link(UUID invitation, Instant expiresAt) {
        return publicUrl + PATH + links.issue(SCOPE, invitation, expiresAt);
    }

    /**
     * The invitation that the token opens.
     *
     * @throws helpdesk.platform.problem.Problem {@code not-found} or {@code link-expired}
     */
    public UUID open(String token) {
        return links.open(SCOPE, token);
    }
}
