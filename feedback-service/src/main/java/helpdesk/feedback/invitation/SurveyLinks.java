package helpdesk.feedback.invitation;

import helpdesk.platform.identity.CustomerLinks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The links by which customers answer. Whoever has one can answer, once, until it expires, and change the answer for a while. */
@ApplicationScoped
public class SurveyLinks {

    /** For how long an answer can be changed. */
    public static final Duration SECOND_THOUGHTS = Duration.ofDays(14);

    private static final String SCOPE = "survey";
    private static final String PATH = "/api/v1/survey-links/";

    private final CustomerLinks links;
    private final String publicUrl;

    SurveyLinks(CustomerLinks links, @ConfigProperty(name = "helpdesk.public-url") String publicUrl) {
        this.links = links;
        this.publicUrl = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
    }

    /** When a link that is sent now, to be answered within this time, expires. Whole seconds, as the token in it counts. */
    public static Instant expiry(Instant now, Duration validity) {
        return now.plus(validity).truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * Always the same for the same invitation and expiry. Whoever answers at the last moment may still change the answer, so the token
     * lives longer than the time to answer; that one, the invitation keeps.
     */
    String link(UUID invitation, Instant expiresAt) {
        return publicUrl + PATH + links.issue(SCOPE, invitation, expiresAt.plus(SECOND_THOUGHTS));
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
