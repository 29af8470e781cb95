package helpdesk.gateway.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The refresh token that was got last. */
public record RefreshToken(
        @NotBlank(message = "Send the refresh token.")
        @Size(max = 200, message = "A refresh token has at most 200 characters.")
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        String refreshToken) {

    /** Without the token, so that no log can show it. */
    @Override
    public String toString() {
        return "RefreshToken[]";
    }
}
