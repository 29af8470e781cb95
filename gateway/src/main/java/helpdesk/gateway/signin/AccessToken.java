package helpdesk.gateway.signin;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A token that was issued.
 *
 * @param accessToken to be sent as {@code Authorization: Bearer <token>}
 * @param tokenType always {@code Bearer}
 * @param expiresIn for how many seconds it is valid
 * @param refreshToken good once, for the next access token; absent when none was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccessToken(String accessToken, String tokenType, long expiresIn, String refreshToken) {

    /** Without the tokens themselves, so that no log can show them. */
    @Override
    public String toString() {
        return "AccessToken[expiresIn=" + expiresIn + "]";
    }
}
