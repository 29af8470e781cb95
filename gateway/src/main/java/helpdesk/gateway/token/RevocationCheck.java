package helpdesk.gateway.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import helpdesk.gateway.GatewayProblem;
import helpdesk.gateway.edge.RouteAnswers;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

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
    private final ObjectMapper json;
    private final RouteAnswers answers;

    RevocationCheck(RevokedTokens revoked, ObjectMapper json, RouteAnswers answers) {
        this.revoked = revoked;
        this.json = json;
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
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return false;
        }
        String[] parts = authorization.substring(BEARER.length()).strip().split("\\.", -1);
        if (parts.length != 3) {
            return false;
        }
        try {
            JsonNode claims = json.readTree(Base64.getUrlDecoder().decode(parts[1]));
            return revoked.contains(
                    claims.path("sub").asText(),
                    Instant.ofEpochSecond(claims.path("iat").asLong()));
        } catch (IllegalArgumentException | IOException | DateTimeException notOurs) {
            return false;
        }
    }
}
