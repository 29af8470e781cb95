package helpdesk.gateway.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The password that somebody chooses by a link. */
public record NewPassword(
        @NotNull(message = "Choose a password.")
        @Size(min = 8, max = 200, message = "A password has 8 to 200 characters.")
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        String password) {

    /** Without the password, so that no log can show it. */
    @Override
    public String toString() {
        return "NewPassword[]";
    }
}
