package helpdesk.customer.milestone;

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

/** The days that matter to a customer (practice 4). */
@Path("/api/v1/customers/{id}/milestones")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Milestones", description = "Days that matter to customers, each told once a year")
public class MilestoneResource {

    private final MilestoneService service;

    MilestoneResource(MilestoneService service) {
        this.service = service;
    }

    @GET
    @Operation(operationId = "listMilestones", summary = "A customer's milestones, by rules and by hand")
    public Page<MilestoneView> list(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
        return service.of(id, page);
    }

    @GET
    @Path("/{milestone}")
    @Operation(operationId = "readMilestone", summary = "One milestone")
    public RestResponse<MilestoneView> read(@PathParam("id") UUID id, @PathParam("milestone") UUID milestone) {
        Milestone one = service.require(id, milestone);
        return Versioned.ok(MilestoneView.of(one), one.version());
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "createMilestone",
            summary = "Writes down a day that matters to a customer",
            description = "On that day, or leadDays before, the customer gets a card, or colleagues find a note.")
    @APIResponse(
            responseCode = "201",
            description = "The milestone, and in Location where it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MilestoneView.class)))
    @APIResponse(responseCode = "409", description = "too-many-milestones")
    public RestResponse<MilestoneView> create(
            @PathParam("id") UUID id, @NotNull(message = "Send the milestone as JSON.") @Valid MilestoneBody body) {
        Milestone made = service.create(id, body);
        return Versioned.created(
                "/api/v1/customers/" + id + "/milestones/" + made.id(), MilestoneView.of(made), made.version());
    }

    @DELETE
    @Path("/{milestone}")
    @Operation(operationId = "deleteMilestone", summary = "Removes one that somebody wrote down")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "409", description = "milestone-of-rule")
    public void delete(
            @PathParam("id") UUID id,
            @PathParam("milestone") UUID milestone,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match")
                    String ifMatch) {
        service.delete(id, milestone, IfMatch.required(ifMatch));
    }
}
