package helpdesk.gateway.token;

import helpdesk.gateway.GatewayProblem;
import helpdesk.gateway.edge.RouteAnswers;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Turns requests with revoked tokens away. Whether a token is genuine is not its business: who made one up is turned away by
 * whoever verifies it.
 */
@ApplicationScoped
class RevocationCheck {

    private static final String BEARER = "Bearer ";

    /** Behind the exchange of API keys (1,000), before authentication (200). */
    private static final int PRIORITY = 900;

    private final RevokedTokens revoked;
    private final RouteAnswers answers;

    RevocationCheck(RevokedTokens revoked, RouteAnswers answers) {
        this.revoked = revoked;
        this.answers = answers;
    }

    void install(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext request) {
        String authorization = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null && !revoked.none() && isRevoked(authorization)) {
            answers.answer(
                    request,
                    GatewayProblem.TOKEN_REVOKED.problem(
                            "Sign in again. The account or the key was changed or switched off since."));
        } else {
            request.next();
        }
    }

    private boolean isRevoked(String authorization) {
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && revoked.contains(authorization.substring(BEARER.length()).strip());
    }
}
