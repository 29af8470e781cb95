package helpdesk.ticket.catalogue;

import helpdesk.platform.http.MergePatch;
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

/** The tree of causes: why tickets came to be (practice 12). */
@Path("/api/v1/ticket-causes")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION})
@Tag(name = "Catalogue", description = "What an organisation calls things: groups, categories, causes, fields")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class CauseResource extends TopicResource {

    CauseResource(TopicService service, TopicRepository topics) {
        super(TopicTree.CAUSE, service, topics);
    }

    @GET
    @Operation(
            operationId = "listCauses",
            summary = "The tree of causes, each before those below it",
            description = "Until the first is made here, tickets take any cause.")
    @APIResponse(responseCode = "200", description = "A page of causes")
    public Page<TopicView> list(@BeanParam @Valid PageRequest page) {
        return page(page);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readCause", summary = "One cause")
    @APIResponse(responseCode = "200", description = "The cause")
    public RestResponse<TopicView> read(@PathParam("id") UUID id) {
        return one(id);
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(operationId = "createCause", summary = "Grows the tree by a cause; its path is for good")
    @APIResponse(
            responseCode = "201",
            description = "The cause, and in Location where it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TopicView.class)))
    public RestResponse<TopicView> create(@NotNull(message = "Send the cause as JSON.") @Valid NewTopic request) {
        return grow(request);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(
            operationId = "changeCause",
            summary = "Names a cause anew, or retires it",
            description = "One that is not active stays on its tickets and is given to no others.")
    @APIResponse(responseCode = "200", description = "The cause as it became")
    @RequestBody(
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = TopicPatch.class)))
    public RestResponse<TopicView> patch(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match") String ifMatch,
            MergePatch patch) {
        return change(id, ifMatch, patch);
    }
}
