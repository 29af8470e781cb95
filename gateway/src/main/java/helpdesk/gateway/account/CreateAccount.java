package helpdesk.gateway.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import helpdesk.platform.contact.EmailAddress;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new account. */
public record CreateAccount(
        @NotNull(message = "Give the account a username.")
        @Pattern(
                regexp = "[A-Za-z0-9._-]{3,64}",
                message = "A username has 3 to 64 of the characters a-z, 0-9, dot, underscore and hyphen.")
        @Schema(examples = "mei", description = "Kept in lower case; unique")
        String username,

        @NotNull(message = "Give the account a password.")
        @Size(min = 8, max = 200, message = "A password has 8 to 200 characters.")
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        String password,

        @NotBlank(message = "Give the name that others are shown.")
        @Size(max = 200, message = "The displayed name has at most 200 characters.")
        @Schema(examples = "Mei Tanaka")
        String displayName,

        @EmailAddress String email,

        @NotNull(message = "Give at least one role.") @Size(min = 1, max = 3, message = "Give one to three roles.")
        List<
                        @NotNull(message = "A role is a text.")
                        @Pattern(regexp = "admin|supervisor|agent", message = "A role is admin, supervisor or agent.")
                        String>
                roles) {

    /** Without the password, so that no log can show it. */
    @Override
    public String toString() {
        return "CreateAccount[username=" + username + "]";
    }
}
