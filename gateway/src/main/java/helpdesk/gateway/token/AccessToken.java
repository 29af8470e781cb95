package helpdesk.gateway.token;

/**
 * A token that was issued.
 *
 * @param accessToken to be sent as {@code Authorization: Bearer <token>}
 * @param tokenType always {@code Bearer}
 * @param expiresIn for how many seconds it is valid
 */
public record AccessToken(String accessToken, String tokenType, long expiresIn) {

    /** Without the token itself, so that no log can show it. */
    @Override
    public String toString() {
        return "AccessToken[expiresIn=" + expiresIn + "]";
    }
}
