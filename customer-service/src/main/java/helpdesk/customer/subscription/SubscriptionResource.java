package helpdesk.customer.subscription;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What customers have subscribed to. */
@Path("/api/v1/customers/{id}/subscriptions")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION})
@Tag(name = "Loyalty", description = "Subscriptions and visits, and who stays away")
public class SubscriptionResource {

    private final SubscriptionService service;

    SubscriptionResource(SubscriptionService service) {
        this.service = service;
    }

    @GET
    @Operation(operationId = "listSubscriptions", summary = "What a customer has subscribed to, the oldest first")
    public Page<SubscriptionView> list(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
        return service.of(id, page);
    }

    @GET
    @Path("/{subscription}")
    @Operation(operationId = "readSubscription", summary = "One subscription")
    public RestResponse<SubscriptionView> read(@PathParam("id") UUID id, @PathParam("subscription") UUID subscription) {
        SubscriptionView one = service.read(id, subscription);
        return Versioned.ok(one, one.version());
    }

    @POST
    @Idempotent
    @Operation(operationId = "createSubscription", summary = "Writes down what a customer has subscribed to")
    @APIResponse(
            responseCode = "201",
            description = "The subscription, and in Location where it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SubscriptionView.class)))
    @APIResponse(responseCode = "409", description = "external-id-taken or too-many-subscriptions")
    public RestResponse<SubscriptionView> create(
            @PathParam("id") UUID id,
            @NotNull(message = "Send the subscription as JSON.") @Valid NewSubscription body) {
        SubscriptionView made = service.create(id, body);
        return Versioned.created("/api/v1/customers/" + id + "/subscriptions/" + made.id(), made, made.version());
    }

    @POST
    @Path("/{subscription}/renewals")
    @Idempotent
    @Operation(operationId = "renewSubscription", summary = "It goes on until a later day, also when it had ended")
    @APIResponse(
            responseCode = "201",
            description = "The subscription as it became",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SubscriptionView.class)))
    @APIResponse(responseCode = "409", description = "subscription-not-extended")
    public RestResponse<SubscriptionView> renew(
            @PathParam("id") UUID id,
            @PathParam("subscription") UUID subscription,
            @NotNull(message = "Send the new last day as JSON.") @Valid Renewal body) {
        return RestResponse.status(RestResponse.Status.CREATED, service.renew(id, subscription, body));
    }

    @POST
    @Path("/{subscription}/cancellation")
    @Idempotent
    @Operation(operationId = "cancelSubscription", summary = "The customer does not want it any more")
    @APIResponse(
            responseCode = "201",
            description = "The subscription as it became",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SubscriptionView.class)))
    @APIResponse(responseCode = "409", description = "subscription-cancelled")
    public RestResponse<SubscriptionView> cancel(
            @PathParam("id") UUID id,
            @PathParam("subscription") UUID subscription,
            @NotNull(message = "Send a JSON object, with a reason if there is one.") @Valid Cancellation body) {
        return RestResponse.status(RestResponse.Status.CREATED, service.cancel(id, subscription, body));
    }

    @DELETE
    @Path("/{subscription}")
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
    @Operation(operationId = "deleteSubscription", summary = "Removes one that was written down by mistake")
    @APIResponse(responseCode = "204", description = "Removed")
    public void delete(
            @PathParam("id") UUID id,
            @PathParam("subscription") UUID subscription,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match")
                    String ifMatch) {
        service.delete(id, subscription, IfMatch.required(ifMatch));
    }
}
