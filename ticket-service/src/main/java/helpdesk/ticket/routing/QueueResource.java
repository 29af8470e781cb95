package helpdesk.ticket.routing;

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

/** Which tickets are given to whom. */
@Path("/api/v1/routing-queues")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION})
@Tag(name = "Routing", description = "Which tickets are given to whom")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class QueueResource {

    private final QueueService service;
    private final QueueRepository queues;

    QueueResource(QueueService service, QueueRepository queues) {
        this.service = service;
        this.queues = queues;
    }

    @GET
    @Operation(operationId = "listRoutingQueues", summary = "Queues, in the order in which they are asked")
    @APIResponse(responseCode = "200", description = "A page of queues")
    public Page<QueueView> list(@BeanParam @Valid PageRequest page) {
        return queues.page(page);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readRoutingQueue", summary = "One queue")
    @APIResponse(responseCode = "200", description = "The queue")
    public RestResponse<QueueView> read(@PathParam("id") UUID id) {
        QueueView view = QueueView.of(service.require(id));
        return Versioned.ok(view, view.version());
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(
            operationId = "createRoutingQueue",
            summary = "Makes a queue",
            description = "It gives tickets that nobody has to people who are online, within a second or two.")
    @APIResponse(
            responseCode = "201",
            description = "The queue, and in Location where it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = QueueView.class)))
    public RestResponse<QueueView> create(@NotNull(message = "Send the queue as JSON.") @Valid QueueBody body) {
        RoutingQueue queue = service.create(body);
        return Versioned.created("/api/v1/routing-queues/" + queue.id(), QueueView.of(queue), queue.version());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(
            operationId = "changeRoutingQueue",
            summary = "Changes a queue",
            description = "Conditions and skills are replaced as a whole. What it has given stays given.")
    @APIResponse(responseCode = "200", description = "The queue as it became")
    @RequestBody(
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = QueueBody.class)))
    public RestResponse<QueueView> patch(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match") String ifMatch,
            MergePatch patch) {
        RoutingQueue queue = service.patch(id, IfMatch.required(ifMatch), patch);
        return Versioned.ok(QueueView.of(queue), queue.version());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(
            operationId = "deleteRoutingQueue",
            summary = "Removes a queue",
            description = "What it has given stays given.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public RestResponse<Void> delete(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match")
                    String ifMatch) {
        service.delete(id, IfMatch.required(ifMatch));
        return RestResponse.noContent();
    }
}
