package helpdesk.feedback.campaign;

import helpdesk.platform.identity.CustomerLinks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What cards lead to. They are printed, so their links do not expire: a card ends with its campaign. */
@ApplicationScoped
public class CardLinks {

    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");
    private static final String SCOPE = "survey-card";
    private static final String PATH = "/api/v1/survey-cards/";

    private final CustomerLinks links;
    private final String publicUrl;

    CardLinks(CustomerLinks links, @ConfigProperty(name = "helpdesk.public-url") String publicUrl) {
        this.links = links;
        this.publicUrl = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
    }

    /** Always the same for the same campaign. */
    String link(UUID campaign) {
        return publicUrl + PATH + links.issue(SCOPE, campaign, NEVER);
    }

    /**
     * The campaign whose card it is.
     *
     * @throws helpdesk.platform.problem.Problem {@code not-found}
     */
    public UUID open(String token) {
        return links.open(SCOPE, token);
    }
}
