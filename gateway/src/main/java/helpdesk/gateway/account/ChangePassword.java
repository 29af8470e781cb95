package helpdesk.gateway.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** How somebody changes their own password. */
public record ChangePassword(
        @NotNull(message = "Send the present password.")
        @Size(max = 200, message = "A password has at most 200 characters.")
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        String currentPassword,

        @NotNull(message = "Choose a password.")
        @Size(min = 8, max = 200, message = "A password has 8 to 200 characters.")
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        String newPassword) {

    /** Without the passwords, so that no log can show them. */
    @Override
    public String toString() {
        return "ChangePassword[]";
    }
}
