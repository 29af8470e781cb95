package helpdesk.gateway.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import helpdesk.platform.contact.EmailAddress;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The part of an account that can be written after it was made. */
@Schema(name = "AccountPatch")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountChange(
        @NotBlank(message = "The displayed name cannot be removed.")
        @Size(max = 200, message = "The displayed name has at most 200 characters.")
        String displayName,

        @EmailAddress String email,

        @NotNull(message = "Roles cannot be removed; give at least one.")
        @Size(min = 1, max = 3, message = "Give one to three roles.")
        List<
                        @NotNull(message = "A role is a text.")
                        @Pattern(regexp = "admin|supervisor|agent", message = "A role is admin, supervisor or agent.")
                        String>
                roles,

        @NotNull(message = "An account is active or not: true or false.")
        Boolean active,

        @Size(min = 8, max = 200, message = "A password has 8 to 200 characters.")
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        String password) {

    static AccountChange of(Account account) {
        return new AccountChange(account.displayName(), account.email(), account.roles(), account.active(), null);
    }

    AccountDetails details() {
        return AccountDetails.of(displayName, email, roles, active);
    }

    /** Without the password, so that no log can show it. */
    @Override
    public String toString() {
        return "AccountChange[displayName=" + displayName + "]";
    }
}
