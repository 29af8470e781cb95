package helpdesk.gateway.oidc;

import com.fasterxml.jackson.annotation.JsonProperty;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.Problem;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is sent to exchange a token, by the names of RFC 8693.
 *
 * @param subjectToken an ID token or access token of the other issuer
 */
@Schema(name = "TokenExchange")
record ExchangeRequest(
        @JsonProperty("grant_type") @Schema(required = true, examples = ExchangeRequest.GRANT)
        String grantType,

        @JsonProperty("subject_token") @Schema(required = true, description = "The token of the other issuer")
        String subjectToken,

        @JsonProperty("subject_token_type")
        @Schema(
                required = true,
                description = "…:id_token, …:access_token or …:jwt",
                examples = ExchangeRequest.TYPE + "id_token")
        String subjectTokenType) {

    static final String GRANT = "urn:ietf:params:oauth:grant-type:token-exchange";
    static final String TYPE = "urn:ietf:params:oauth:token-type:";
    static final String ACCESS_TOKEN = TYPE + "access_token";

    private static final int LONGEST = 12_000;
    private static final Set<String> NAMES =
            Set.of("grant_type", "subject_token", "subject_token_type", "requested_token_type");
    private static final Set<String> TYPES = Set.of(TYPE + "id_token", ACCESS_TOKEN, TYPE + "jwt");

    /**
     * As a form has it.
     *
     * @throws Problem {@code invalid-request} or {@code unknown-field} with pointers
     */
    static ExchangeRequest of(MultivaluedMap<String, String> fields) {
        fields.keySet().stream()
                .filter(name -> !NAMES.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw PlatformProblem.UNKNOWN_FIELD.at(
                            "/" + unknown.replace("~", "~0").replace("/", "~1"), "Leave it out.");
                });
        fields.forEach((name, values) -> {
            if (values.size() > 1) {
                throw fault(name, "Send it once.");
            }
        });
        require(GRANT.equals(fields.getFirst("grant_type")), "grant_type", "Write " + GRANT + ".");
        String type = fields.getFirst("subject_token_type");
        require(type != null && TYPES.contains(type), "subject_token_type", "Write one of " + List.copyOf(TYPES) + ".");
        String wanted = fields.getFirst("requested_token_type");
        require(wanted == null || wanted.equals(ACCESS_TOKEN), "requested_token_type", "There are access tokens only.");
        String token = fields.getFirst("subject_token");
        require(
                token != null && !token.isBlank() && token.length() <= LONGEST,
                "subject_token",
                "Send the token; it has at most 12,000 characters.");
        return new ExchangeRequest(GRANT, token.strip(), type);
    }

    private static void require(boolean condition, String field, String advice) {
        if (!condition) {
            throw fault(field, advice);
        }
    }

    private static Problem fault(String field, String advice) {
        return PlatformProblem.INVALID_REQUEST.at("/" + field, "%s", advice);
    }

    /** Without the token, so that no log can show it. */
    @Override
    public String toString() {
        return "ExchangeRequest[]";
    }
}
