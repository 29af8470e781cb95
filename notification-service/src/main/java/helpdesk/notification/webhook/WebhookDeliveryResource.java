package helpdesk.notification.webhook;

import helpdesk.notification.QueryParameter;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What a webhook was told, how that was tried, and how to have it told again. */
@Path("/api/v1/webhooks/{id}")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Webhooks")
public class WebhookDeliveryResource {

    private final WebhookService service;
    private final DeliveryQuery query;

    WebhookDeliveryResource(WebhookService service, DeliveryQuery query) {
        this.service = service;
        this.query = query;
    }

    @GET
    @Path("/deliveries")
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "What a webhook was told in 30 days, or will be, the newest first")
    public Page<DeliveryView> list(
            @PathParam("id") UUID id,
            @Parameter(description = "One or more of pending, delivered, failed, separated by commas")
                    @QueryParam("state")
                    String state,
            @BeanParam @Valid PageRequest page) {
        return query.list(id, new QueryParameter("state", state).anyOf(DeliveryState.class), page);
    }

    @GET
    @Path("/deliveries/{delivery}")
    @Operation(operationId = "readWebhookDelivery", summary = "One delivery, with what is sent and how that was tried")
    public DeliveryDetailView read(@PathParam("id") UUID id, @PathParam("delivery") UUID delivery) {
        return query.read(id, delivery);
    }

    @POST
    @Path("/pings")
    @Idempotent
    @Operation(
            operationId = "pingWebhook",
            summary = "Sends a webhook a message that means nothing, to see whether it arrives")
    @APIResponse(
            responseCode = "201",
            description = "Written down; read it to see what came of it",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeliveryView.class)))
    @APIResponse(responseCode = "409", description = "webhook-disabled: nothing is sent to it")
    public RestResponse<DeliveryView> ping(@PathParam("id") UUID id) {
        DeliveryView ping = DeliveryView.of(service.ping(id));
        return RestResponse.ResponseBuilder.<DeliveryView>create(RestResponse.Status.CREATED)
                .entity(ping)
                .location(URI.create(location(id, ping.id())))
                .build();
    }

    @POST
    @Path("/deliveries/{delivery}/redeliveries")
    @Idempotent
    @Operation(
            operationId = "redeliverToWebhook",
            summary = "Sends it again at once, with the same id, and as often as it takes")
    @APIResponse(
            responseCode = "202",
            description = "It is sent again",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeliveryDetailView.class)))
    @APIResponse(responseCode = "409", description = "webhook-disabled: nothing is sent to it")
    public RestResponse<DeliveryDetailView> redeliver(@PathParam("id") UUID id, @PathParam("delivery") UUID delivery) {
        service.redeliver(id, delivery);
        return RestResponse.status(RestResponse.Status.ACCEPTED, query.read(id, delivery));
    }

    @POST
    @Path("/redeliveries")
    @Idempotent
    @Operation(
            operationId = "redeliverPeriodToWebhook",
            summary = "Sends all of a period again that failed, or are in other states",
            description = "At most 10,000 at once, the oldest first; next goes on.")
    @APIResponse(
            responseCode = "202",
            description = "They are sent again",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RedeliveredView.class)))
    @APIResponse(responseCode = "409", description = "webhook-disabled: nothing is sent to it")
    public RestResponse<RedeliveredView> redeliver(
            @PathParam("id") UUID id, @NotNull(message = "Send the period.") @Valid RedeliverPeriod body) {
        return RestResponse.status(RestResponse.Status.ACCEPTED, service.redeliver(id, body));
    }

    private static String location(UUID webhook, UUID delivery) {
        return "/api/v1/webhooks/" + webhook + "/deliveries/" + delivery;
    }
}
