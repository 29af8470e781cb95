package helpdesk.platform.problem;

/** Problems that every service can answer with. */
public enum PlatformProblem implements ProblemType {
    MALFORMED_JSON(400, "The body is not valid JSON"),
    INVALID_REQUEST(400, "The request has faults"),
    UNKNOWN_FIELD(400, "The body has a field that is unknown or cannot be written"),
    INVALID_PARAMETER(400, "A query parameter or header is not valid"),
    INVALID_CURSOR(400, "The cursor is not valid for this list"),
    UNAUTHENTICATED(401, "Credentials are needed"),
    FORBIDDEN(403, "Your role does not allow this"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "This address does not know that method"),
    NOT_ACCEPTABLE(406, "None of the accepted media types can be given"),
    REQUEST_IN_PROGRESS(409, "The same request is still being worked on"),
    CONFLICT(409, "The request conflicts with what is stored"),
    LINK_EXPIRED(410, "This link has expired"),
    PRECONDITION_FAILED(412, "It was changed since you read it"),
    BODY_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The media type of the body is not supported"),
    IDEMPOTENCY_KEY_REUSED(422, "The idempotency key was used for another request"),
    UNKNOWN_AGENT(422, "The agent is not known or not active"),
    PRECONDITION_REQUIRED(428, "If-Match is needed"),
    INTERNAL_ERROR(500, "Something went wrong on our side"),
    TEMPORARILY_UNAVAILABLE(503, "The service cannot do this right now");

    private final int status;
    private final String title;

    PlatformProblem(int status, String title) {
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
