package helpdesk.customer.visit;

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
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** When customers were here. */
@Path("/api/v1/customers/{id}/visits")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION})
@Tag(name = "Loyalty")
public class VisitResource {

    private final Visits visits;

    VisitResource(Visits visits) {
        this.visits = visits;
    }

    @GET
    @Operation(operationId = "listVisits", summary = "When a customer was here, the latest first")
    public Page<VisitView> list(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
        return visits.of(id, page);
    }

    @POST
    @Idempotent
    @Operation(operationId = "createVisit", summary = "Writes down that a customer was here")
    @APIResponse(
            responseCode = "201",
            description = "The visit",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = VisitView.class)))
    public RestResponse<VisitView> create(
            @PathParam("id") UUID id, @NotNull(message = "Send the visit as JSON.") @Valid NewVisit body) {
        return RestResponse.status(RestResponse.Status.CREATED, visits.create(id, body));
    }
}
