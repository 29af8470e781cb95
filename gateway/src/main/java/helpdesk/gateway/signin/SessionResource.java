package helpdesk.gateway.signin;

import helpdesk.platform.identity.CurrentActor;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How people stay signed in, and sign out. */
@Path("/api/v1/auth")
@Tag(name = "Sign-in")
public class SessionResource {

    private final SignIn signIn;
    private final Sessions sessions;
    private final CurrentActor actor;

    SessionResource(SignIn signIn, Sessions sessions, CurrentActor actor) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.actor = actor;
    }

    @POST
    @Path("/refresh")
    @PermitAll
    @Operation(
            operationId = "refreshToken",
            summary = "Exchanges a refresh token for the next access token and the next refresh token",
            description =
                    "A refresh token is good once; within ten seconds it is good again, because answers get lost. When it"
                            + " comes later a second time, somebody else may have it: the session ends. A session lasts 30 days at"
                            + " most, and 7 without being used; another password, other roles and deactivation end it.")
    @APIResponse(responseCode = "200", description = "The tokens")
    @APIResponse(responseCode = "401", description = "invalid-refresh-token: sign in again")
    public AccessToken refresh(@NotNull(message = "Send the refresh token as the body.") @Valid RefreshToken token) {
        return signIn.refresh(token.refreshToken());
    }

    @POST
    @Path("/sign-out")
    @PermitAll
    @Operation(
            operationId = "signOut",
            summary = "Ends the session of a refresh token",
            description =
                    "Access tokens of it are good until their few minutes are over. Says the same of an unknown token.")
    @APIResponse(responseCode = "204", description = "It is over")
    public void signOut(@NotNull(message = "Send the refresh token as the body.") @Valid RefreshToken token) {
        sessions.signOut(token.refreshToken());
    }

    @GET
    @Path("/sessions")
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
    @Operation(operationId = "listSessions", summary = "Where one is signed in, the newest first, at most 100")
    @APIResponse(responseCode = "200", description = "One's own sessions")
    public Page<Session> list() {
        return new Page<>(sessions.of(account()), null, null);
    }

    @DELETE
    @Path("/sessions/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
    @Operation(operationId = "endSession", summary = "Ends one of one's own sessions")
    @APIResponse(responseCode = "204", description = "It is over")
    public void end(@PathParam("id") UUID id) {
        sessions.end(account(), id);
    }

    private UUID account() {
        UUID account = actor.accountId();
        if (account == null) {
            throw PlatformProblem.NOT_FOUND.problem("Only people have sessions, and this is a program's key.");
        }
        return account;
    }
}
