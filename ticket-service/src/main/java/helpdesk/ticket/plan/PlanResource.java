package helpdesk.ticket.plan;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.problem.ProblemBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What will be done about tickets that cannot be solved at once. */
@Path("/api/v1/tickets/{id}/plan")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Plans", description = "What will be done about a ticket, by whom, and until when")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class PlanResource {

    private final PlanService service;
    private final PlanQuery query;

    PlanResource(PlanService service, PlanQuery query) {
        this.service = service;
        this.query = query;
    }

    @GET
    @Operation(operationId = "readPlan", summary = "The plan of a ticket, in the order of its times")
    @APIResponse(responseCode = "200", description = "The plan; without steps when there is none")
    public PlanView read(@PathParam("id") String id) {
        return query.plan(id);
    }

    @GET
    @Path("/steps/{stepId}")
    @Operation(operationId = "readPlanStep", summary = "One step")
    @APIResponse(responseCode = "200", description = "The step")
    public RestResponse<StepView> read(@PathParam("id") String id, @PathParam("stepId") UUID stepId) {
        StepView view = query.step(id, stepId);
        return Versioned.ok(view, view.version());
    }

    @POST
    @Path("/steps")
    @Idempotent
    @Operation(
            operationId = "addPlanStep",
            summary = "Plans a step",
            description = "The requester sees it by the link of the request: what, who, and until when.")
    @APIResponse(
            responseCode = "201",
            description = "The step, and in Location where it is",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = StepView.class)))
    public RestResponse<StepView> add(
            @PathParam("id") String id, @NotNull(message = "Send the step as JSON.") @Valid NewStep request) {
        PlanStep step = service.add(id, request);
        return Versioned.created(
                "/api/v1/tickets/" + step.ticketId() + "/plan/steps/" + step.id(), query.view(step), step.version());
    }

    @PATCH
    @Path("/steps/{stepId}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @Operation(
            operationId = "changePlanStep",
            summary = "Changes a step, or says that it is done",
            description = "Whoever moves it to another time does not hide that: the first time stays to be seen.")
    @APIResponse(responseCode = "200", description = "The step as it became")
    @RequestBody(
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = StepPatch.class)))
    public RestResponse<StepView> patch(
            @PathParam("id") String id,
            @PathParam("stepId") UUID stepId,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match") String ifMatch,
            MergePatch patch) {
        PlanStep step = service.patch(id, stepId, IfMatch.required(ifMatch), patch);
        return Versioned.ok(query.view(step), step.version());
    }

    @DELETE
    @Path("/steps/{stepId}")
    @Operation(operationId = "removePlanStep", summary = "Takes a step out of the plan; one that is done stays")
    @APIResponse(responseCode = "204", description = "It is gone")
    public RestResponse<Void> remove(
            @PathParam("id") String id,
            @PathParam("stepId") UUID stepId,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match")
                    String ifMatch) {
        service.remove(id, stepId, IfMatch.required(ifMatch));
        return RestResponse.noContent();
    }
}
