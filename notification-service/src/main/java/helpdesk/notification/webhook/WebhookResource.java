package helpdesk.notification.webhook;

import com.fasterxml.jackson.databind.JsonNode;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Webhooks: other systems that are told of events (Standard Webhooks). */
@Path("/api/v1/webhooks")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Webhooks")
public class WebhookResource {

    private static final String LIST = "webhooks";

    private final WebhookService service;
    private final WebhookRepository webhooks;
    private final Destinations destinations;
    private final Cursors cursors;

    WebhookResource(WebhookService service, WebhookRepository webhooks, Destinations destinations, Cursors cursors) {
        this.service = service;
        this.webhooks = webhooks;
        this.destinations = destinations;
        this.cursors = cursors;
    }

    @GET
    @Transactional
    @Operation(operationId = "listWebhooks", summary = "Webhooks, the oldest first, without their secrets")
    public Page<WebhookView> list(@BeanParam @Valid PageRequest page) {
        List<String> after = cursors.open(page.after(), LIST);
        return Page.of(
                webhooks.list(after.isEmpty() ? null : UUID.fromString(after.getFirst()), page.limitPlusOne()),
                page.limit(),
                WebhookView::of,
                last -> cursors.seal(List.of(last.id().toString()), LIST));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readWebhook", summary = "One webhook, without its secret")
    public RestResponse<WebhookView> read(@PathParam("id") UUID id) {
        Webhook webhook = service.require(id);
        return Versioned.ok(WebhookView.of(webhook), webhook.version());
    }

    // Not idempotent by key, as its secret would be kept with the answer.
    @POST
    @Operation(
            operationId = "createWebhook",
            summary = "Makes a webhook",
            description =
                    "The secret is in this answer and in no other. Messages are signed with it as Standard Webhooks"
                            + " says: HMAC-SHA-256 of id, timestamp and body. With the signature v1a there is a public key"
                            + " in its place.")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewWebhookView.class)))
    @APIResponse(responseCode = "422", description = "webhook-address-refused: nothing is sent to such an address")
    public RestResponse<NewWebhookView> create(@NotNull(message = "Send the webhook.") @Valid WebhookBody body) {
        destinations.require(body.url());
        Webhook webhook = service.create(body);
        return Versioned.created(location(webhook.id()), NewWebhookView.of(webhook), webhook.version());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @Operation(
            operationId = "changeWebhook",
            summary = "Changes a webhook; what waits for one that was disabled is sent once it is enabled")
    @APIResponse(responseCode = "200", description = "As it became")
    @APIResponse(responseCode = "422", description = "webhook-address-refused: nothing is sent to such an address")
    @RequestBody(
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = WebhookBody.class)))
    public RestResponse<WebhookView> patch(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match") String ifMatch,
            MergePatch patch) {
        IfMatch seen = IfMatch.required(ifMatch);
        Optional.ofNullable(patch.changes().get("url"))
                .filter(JsonNode::isTextual)
                .ifPresent(url -> destinations.require(url.asText()));
        Webhook webhook = service.patch(id, seen, patch);
        return Versioned.ok(WebhookView.of(webhook), webhook.version());
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteWebhook", summary = "Removes a webhook; what waits for it is not sent any more")
    @APIResponse(responseCode = "204", description = "Removed")
    public void delete(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match")
                    String ifMatch) {
        service.delete(id, IfMatch.required(ifMatch));
    }

    // Not idempotent by key, as its secret would be kept with the answer.
    @POST
    @Path("/{id}/secret-rotations")
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Gives a webhook another secret",
            description = "For some hours messages are signed with both, so that the other system can change over.")
    @APIResponse(responseCode = "409", description = "secret-rotates: two are good already")
    @APIResponse(
            responseCode = "201",
            description = "The new secret, shown this once, or the new public key",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewWebhookView.class)))
    public RestResponse<NewWebhookView> rotate(
            @PathParam("id") UUID id, @NotNull(message = "Send {} or the hours.") @Valid RotateSecret body) {
        Webhook webhook = service.rotate(id, body);
        return Versioned.created(location(id), NewWebhookView.of(webhook), webhook.version());
    }

    private static String location(UUID id) {
        return "/api/v1/webhooks/" + id;
    }
}
