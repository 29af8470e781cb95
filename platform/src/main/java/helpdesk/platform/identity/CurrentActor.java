package helpdesk.platform.identity;

import helpdesk.platform.problem.PlatformProblem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who sends the request at hand, as its verified token says. */
@RequestScoped
public class CurrentActor {

    /** The claim that says what kind of principal the subject is: {@code account} or {@code apikey}. */
    public static final String KIND_CLAIM = "kind";

    private final SecurityIdentity identity;
    private final String service;

    CurrentActor(SecurityIdentity identity, @ConfigProperty(name = "helpdesk.service") String service) {
        this.identity = identity;
        this.service = service;
    }

    /** The bearer of the token, or the service itself where no token is involved. */
    public Actor get() {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Actor.system(service);
        }
        return "apikey".equals(token.getClaim(KIND_CLAIM))
                ? Actor.apiKey(token.getSubject())
                : Actor.account(token.getSubject());
    }

    /**
     * The account's id when a person who works here sends the request, else null.
     *
     * @throws helpdesk.platform.problem.Problem {@code unauthenticated} when the token's subject is no account's id
     */
    public UUID accountId() {
        Actor actor = get();
        if (actor.kind() != Actor.Kind.ACCOUNT) {
            return null;
        }
        try {
            return UUID.fromString(actor.id());
        } catch (IllegalArgumentException e) {
            throw PlatformProblem.UNAUTHENTICATED.problem(
                    "The token's subject is not an account of this installation.");
        }
    }

    /** Whether the bearer has the role. */
    public boolean has(String role) {
        return identity.hasRole(role);
    }

    /** How the token calls its bearer; the service's name where no token is involved. */
    public String name() {
        if (identity.getPrincipal() instanceof JsonWebToken token && token.getClaim("name") instanceof String name) {
            return name;
        }
        return service;
    }
}
