package helpdesk.customer.milestone;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
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

/** The rules for milestones (practice 4). */
@Path("/api/v1/milestone-rules")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Milestones")
public class MilestoneRuleResource {

    private final MilestoneRuleService service;

    MilestoneRuleResource(MilestoneRuleService service) {
        this.service = service;
    }

    @GET
    @Operation(operationId = "listMilestoneRules", summary = "Rules for milestones, the oldest first")
    public Page<MilestoneRuleView> list(@BeanParam @Valid PageRequest page) {
        return service.list(page, MilestoneRuleView::of);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readMilestoneRule", summary = "One rule for milestones")
    public RestResponse<MilestoneRuleView> read(@PathParam("id") UUID id) {
        return ok(service.require(id));
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(
            operationId = "createMilestoneRule",
            summary = "Makes a rule for milestones",
            description =
                    "Each customer who has such a day is told, or colleagues are, once a year; moments later for those there are.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema =
                                    @Schema(
                                            implementation = MilestoneRuleBody.class,
                                            requiredProperties = {"name", "on", "act"})))
    @APIResponse(
            responseCode = "201",
            description = "The rule for milestones, and in Location where it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MilestoneRuleView.class)))
    @APIResponse(responseCode = "409", description = "name-taken or too-many-definitions")
    public RestResponse<MilestoneRuleView> create(
            @NotNull(message = "Send the rule for milestones as JSON.") @Valid MilestoneRuleBody body) {
        MilestoneRule made = service.create(body);
        return Versioned.created("/api/v1/milestone-rules/" + made.id(), MilestoneRuleView.of(made), made.version());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(operationId = "changeMilestoneRule", summary = "Changes a rule for milestones")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = MilestoneRuleBody.class)))
    @APIResponse(responseCode = "200", description = "The rule for milestones as it became")
    public RestResponse<MilestoneRuleView> change(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match") String ifMatch,
            MergePatch patch) {
        return ok(service.change(id, IfMatch.required(ifMatch), patch));
    }

    private static RestResponse<MilestoneRuleView> ok(MilestoneRule one) {
        return Versioned.ok(MilestoneRuleView.of(one), one.version());
    }
}
