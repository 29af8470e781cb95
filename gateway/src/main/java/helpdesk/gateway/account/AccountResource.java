package helpdesk.gateway.account;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The accounts of the people who work here. */
@Path("/api/v1/accounts")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Accounts")
public class AccountResource {

    private static final String LIST = "accounts";

    private final AccountService service;
    private final PasswordService passwords;
    private final AccountRepository accounts;
    private final Cursors cursors;

    AccountResource(AccountService service, PasswordService passwords, AccountRepository accounts, Cursors cursors) {
        this.service = service;
        this.passwords = passwords;
        this.accounts = accounts;
        this.cursors = cursors;
    }

    @POST
    @Idempotent
    @Operation(summary = "Makes an account; an agent profile with the same id appears for it by itself")
    @APIResponse(
            responseCode = "201",
            description = "The account",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    @APIResponse(responseCode = "409", description = "The username is taken")
    public RestResponse<AccountView> createAccount(
            @NotNull(message = "Send the account as the body.") @Valid CreateAccount request) {
        Account account = service.create(request);
        return Versioned.created("/api/v1/accounts/" + account.id(), AccountView.of(account), account.version());
    }

    @GET
    @Operation(summary = "All accounts, by username")
    @Transactional
    public Page<AccountView> listAccounts(@BeanParam @Valid PageRequest page) {
        List<String> after = cursors.open(page.after(), LIST);
        List<Account> found = accounts.after(after.isEmpty() ? "" : after.getFirst(), page.limitPlusOne());
        return Page.of(found, page.limit(), AccountView::of, last -> cursors.seal(List.of(last.username()), LIST));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One account")
    @Transactional
    public RestResponse<AccountView> readAccount(@PathParam("id") UUID id) {
        Account account = service.find(id);
        return Versioned.ok(AccountView.of(account), account.version());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @Operation(
            summary = "Changes an account",
            description = "A new password, other roles and deactivation end the account's tokens within five seconds. "
                    + "The last active administrator cannot be deactivated or lose the role.")
    @RequestBody(
            content =
                    @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = AccountChange.class)))
    @APIResponse(
            responseCode = "200",
            description = "The changed account",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    public RestResponse<AccountView> changeAccount(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, MergePatch patch) {
        Account account = service.change(id, IfMatch.required(ifMatch), patch);
        return Versioned.ok(AccountView.of(account), account.version());
    }

    // Not idempotent by key: that would keep the link in the database.
    @POST
    @Path("/{id}/password-resets")
    @Operation(
            operationId = "askForPasswordReset",
            summary = "Makes a link by which somebody who forgot the password chooses another one",
            description =
                    "Give it to that person and to nobody else. It is good once, for 24 hours; a former one ends.")
    @APIResponse(
            responseCode = "201",
            description = "The link, shown this once",
            content = @Content(schema = @Schema(implementation = PasswordReset.class)))
    public RestResponse<PasswordReset> ask(@PathParam("id") UUID id) {
        PasswordReset reset = passwords.ask(id);
        // What it leads to never changes.
        return Versioned.created(reset.link(), reset, 0);
    }
}
