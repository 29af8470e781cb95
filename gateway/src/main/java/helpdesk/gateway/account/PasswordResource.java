package helpdesk.gateway.account;

import helpdesk.platform.identity.CurrentActor;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where people change their own password. */
@Path("/api/v1/auth/password")
@Tag(name = "Accounts")
public class PasswordResource {

    private final PasswordService service;
    private final CurrentActor actor;

    PasswordResource(PasswordService service, CurrentActor actor) {
        this.service = service;
        this.actor = actor;
    }

    @POST
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
    @Operation(
            operationId = "changePassword",
            summary = "Changes one's own password",
            description = "All tokens and sessions of the account end within five seconds: sign in again.")
    @APIResponse(responseCode = "204", description = "It is changed")
    @APIResponse(responseCode = "403", description = "wrong-password: the present one is not right")
    public void change(@NotNull(message = "Send the present and the new password.") @Valid ChangePassword wish) {
        UUID account = actor.accountId();
        if (account == null) {
            throw PlatformProblem.NOT_FOUND.problem("Only people have passwords, and this is a program's key.");
        }
        service.change(account, wish);
    }
}
