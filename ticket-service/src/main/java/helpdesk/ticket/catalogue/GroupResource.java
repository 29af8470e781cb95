package helpdesk.ticket.catalogue;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.problem.ProblemBody;
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

/** The groups that tickets belong to. */
@Path("/api/v1/groups")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION})
@Tag(name = "Catalogue", description = "What an organisation calls things: groups, categories, causes, fields")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class GroupResource {

    private final GroupService service;
    private final GroupRepository groups;

    GroupResource(GroupService service, GroupRepository groups) {
        this.service = service;
        this.groups = groups;
    }

    @GET
    @Operation(
            operationId = "listGroups",
            summary = "Groups by name",
            description = "The group support is always there. Until the first is made here, tickets take any name.")
    @APIResponse(responseCode = "200", description = "A page of groups")
    public Page<GroupView> list(@BeanParam @Valid PageRequest page) {
        return groups.page(page);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readGroup", summary = "One group")
    @APIResponse(responseCode = "200", description = "The group")
    public RestResponse<GroupView> read(@PathParam("id") UUID id) {
        GroupView view = GroupView.of(service.require(id));
        return Versioned.ok(view, view.version());
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(operationId = "createGroup", summary = "Makes a group; its name is for good")
    @APIResponse(
            responseCode = "201",
            description = "The group, and in Location where it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GroupView.class)))
    public RestResponse<GroupView> create(@NotNull(message = "Send the group as JSON.") @Valid NewGroup request) {
        AgentGroup group = service.create(request);
        return Versioned.created("/api/v1/groups/" + group.id(), GroupView.of(group), group.version());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(
            operationId = "changeGroup",
            summary = "Describes a group anew, or retires it",
            description = "A group that is not active keeps its tickets and gets no new ones.")
    @APIResponse(responseCode = "200", description = "The group as it became")
    @RequestBody(
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = GroupPatch.class)))
    public RestResponse<GroupView> patch(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match") String ifMatch,
            MergePatch patch) {
        AgentGroup group = service.patch(id, IfMatch.required(ifMatch), patch);
        return Versioned.ok(GroupView.of(group), group.version());
    }
}
