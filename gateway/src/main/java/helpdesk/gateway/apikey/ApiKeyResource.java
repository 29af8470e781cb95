package helpdesk.gateway.apikey;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The API keys of programs. */
@Path("/api/v1/api-keys")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "API keys")
public class ApiKeyResource {

    private static final String LIST = "api-keys";

    private final ApiKeyService service;
    private final ApiKeyRepository keys;
    private final Cursors cursors;

    ApiKeyResource(ApiKeyService service, ApiKeyRepository keys, Cursors cursors) {
        this.service = service;
        this.keys = keys;
        this.cursors = cursors;
    }

    // Not idempotent by key: that would keep the answer, and with it the API key, in the database.
    @POST
    @Operation(
            summary = "Makes an API key for a program",
            description = "The key is in this answer and nowhere else; only its hash is kept. Names are unique, so"
                    + " a request that is sent again makes no second key. Roles: integration (events in and out)"
                    + " or agent (works on tickets as a program). Scopes make it less.")
    @APIResponse(
            responseCode = "201",
            description = "The key, shown this once",
            content = @Content(schema = @Schema(implementation = ApiKeyView.class)))
    @APIResponse(responseCode = "409", description = "Another key that is not revoked has this name")
    public RestResponse<ApiKeyView> createApiKey(
            @NotNull(message = "Send the key's name and roles.") @Valid NewApiKey request) {
        ApiKeySecret secret = ApiKeySecret.create();
        ApiKey key = service.create(request, secret);
        return Versioned.created("/api/v1/api-keys/" + key.id(), ApiKeyView.of(key, secret.text()), key.version());
    }

    @GET
    @Operation(summary = "The API keys that are not revoked, oldest first, without the keys themselves")
    @Transactional
    public Page<ApiKeyView> listApiKeys(@BeanParam @Valid PageRequest page) {
        List<String> after = cursors.open(page.after(), LIST);
        List<ApiKey> found =
                keys.activeAfter(after.isEmpty() ? null : UUID.fromString(after.getFirst()), page.limitPlusOne());
        return Page.of(
                found,
                page.limit(),
                ApiKeyView::of,
                last -> cursors.seal(List.of(last.id().toString()), LIST));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One API key, without the key itself")
    @Transactional
    public RestResponse<ApiKeyView> readApiKey(@PathParam("id") UUID id) {
        ApiKey key = service.find(id);
        return Versioned.ok(ApiKeyView.of(key), key.version());
    }

    // Not idempotent by key, for the same reason.
    @POST
    @Path("/{id}/secret-rotations")
    @Operation(
            operationId = "rotateApiKey",
            summary = "Gives an API key another secret",
            description =
                    "The former one is good for some hours more, so that the program can change over. One from before that ends.")
    @APIResponse(
            responseCode = "201",
            description = "The key with its new secret, shown this once",
            content = @Content(schema = @Schema(implementation = ApiKeyView.class)))
    public RestResponse<ApiKeyView> rotate(
            @PathParam("id") UUID id, @NotNull(message = "Send {} or the hours.") @Valid RotateApiKey wish) {
        ApiKeySecret secret = ApiKeySecret.create();
        ApiKey key = service.rotate(id, wish, secret);
        return Versioned.created("/api/v1/api-keys/" + id, ApiKeyView.of(key, secret.text()), key.version());
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Revokes an API key; within five seconds it opens nothing any more")
    @APIResponse(responseCode = "204", description = "It is revoked")
    public RestResponse<Void> revokeApiKey(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        service.revoke(id, IfMatch.required(ifMatch));
        return RestResponse.noContent();
    }
}
