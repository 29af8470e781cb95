package helpdesk.gateway;

import helpdesk.platform.problem.ProblemType;

/** Problems that only the gateway answers with. */
public enum GatewayProblem implements ProblemType {
    MALFORMED_REQUEST(400, "The request is not proper HTTP"),
    RESERVED_TYPE(400, "This type of event belongs to the helpdesk itself"),
    RESERVED_SOURCE(400, "This source belongs to a service of the helpdesk itself"),
    INVALID_EVENT(400, "The body is not a valid CloudEvent"),
    INVALID_CREDENTIALS(401, "Username or password are not right"),
    INVALID_REFRESH_TOKEN(401, "The refresh token is not valid"),
    WRONG_PASSWORD(403, "The present password is not right"),
    INVALID_API_KEY(401, "The API key is not valid"),
    TOKEN_REVOKED(401, "The token is not valid any more"),
    INVALID_SUBJECT_TOKEN(401, "The token of the other issuer is not accepted"),
    NO_ROLE(403, "The other issuer gives no role here"),
    SCOPE_MISSING(403, "The API key has no scope for this"),
    REQUEST_TIMEOUT(408, "The body came too slowly"),
    USERNAME_TAKEN(409, "The username is taken"),
    NAME_TAKEN(409, "The name is taken"),
    ROTATION_UNDER_WAY(409, "The next signing key waits for its time already"),
    LAST_ADMINISTRATOR(409, "This is the last active administrator"),
    TOO_MANY_ATTEMPTS(429, "Too many attempts to sign in failed"),
    TOO_MANY_REQUESTS(429, "There were too many requests"),
    HEADERS_TOO_LARGE(431, "The request has too many headers"),
    UPSTREAM_BROKEN(502, "The service broke off before it answered"),
    SERVICE_UNAVAILABLE(503, "A service behind the gateway is away"),
    ISSUER_AWAY(503, "The keys of the other issuer cannot be fetched"),
    SERVICE_BUSY(503, "A service behind the gateway has too much to do"),
    OVERLOADED(503, "There is more to do than can be done now"),
    TOO_BUSY(503, "The gateway has too much to do"),
    UPSTREAM_TIMEOUT(504, "The service did not answer in time"),
    ARCHIVE_TOO_LARGE(507, "The archive is larger than it may be");

    private final int status;
    private final String title;

    GatewayProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
