package helpdesk.customer.profile;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What a customer wants to be told, and what not. */
@Path("/api/v1/customers/{id}")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION})
@Tag(name = "Customers")
public class ConsentResource {

    private final ConsentService service;

    ConsentResource(ConsentService service) {
        this.service = service;
    }

    @GET
    @Path("/consents")
    @Operation(
            operationId = "listConsents",
            summary = "What a customer may be told by which channel, and why",
            description =
                    "Answers to a customer's own requests are always told. Surveys, rewards and greetings are told unless "
                            + "somebody refused; offers only to who has asked for them; nothing of these to who is not to be contacted.")
    public Page<ConsentView> list(@PathParam("id") UUID id) {
        return new Page<>(service.list(id), null, null);
    }

    @POST
    @Path("/consents")
    @Idempotent
    @Operation(
            operationId = "recordConsent",
            summary = "Takes down what a customer says of being told things, with how we know",
            description = "The last word counts. What is said of all channels takes the place of what was said of one.")
    @APIResponse(responseCode = "201", description = "What it means for each channel that it covers")
    public RestResponse<Page<ConsentView>> say(
            @PathParam("id") UUID id, @NotNull(message = "Send the consent as JSON.") @Valid ConsentBody body) {
        return RestResponse.status(RestResponse.Status.CREATED, new Page<>(service.say(id, body), null, null));
    }

    @GET
    @Path("/consent-changes")
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
    @Operation(
            operationId = "listConsentChanges",
            summary = "All that a customer has said of being told things, with the proof, the newest first")
    public Page<ConsentChangeView> changes(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
        return service.changes(id, page);
    }
}
