package helpdesk.gateway.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody signs in with. */
public record Credentials(
        @NotBlank(message = "Send your username.")
        @Size(max = 64, message = "A username has at most 64 characters.")
        @Schema(examples = "admin")
        String username,

        @NotNull(message = "Send your password.")
        @Size(max = 200, message = "A password has at most 200 characters.")
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        String password,

        @Schema(
                defaultValue = "false",
                description = "true: the answer has a refresh token too, by which one stays signed in")
        Boolean refresh) {

    /** Whether somebody wants to stay signed in. */
    boolean isToStay() {
        return refresh != null && refresh;
    }

    /** Without the password, so that no log can show it. */
    @Override
    public String toString() {
        return "Credentials[]";
    }
}
