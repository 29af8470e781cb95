package helpdesk.customer.draw;

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
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Draws among all who did something. */
@Path("/api/v1/draws")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Rewards")
public class DrawResource {

    private final DrawService service;

    DrawResource(DrawService service) {
        this.service = service;
    }

    @GET
    @Operation(operationId = "listDraws", summary = "Draws, the newest first")
    public Page<DrawView> list(@BeanParam @Valid PageRequest page) {
        return service.list(page);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readDraw", summary = "One draw")
    public DrawView read(@PathParam("id") UUID id) {
        return service.read(id);
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(
            operationId = "createDraw",
            summary = "Announces a draw among all to whom something happens, such as answering a survey",
            description = "What decides is made now, and its SHA-256 is published; it cannot be changed.")
    @APIResponse(
            responseCode = "201",
            description = "The draw, and in Location where it is",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DrawView.class)))
    @APIResponse(responseCode = "409", description = "name-taken, too-many-definitions or program-inactive")
    @APIResponse(responseCode = "422", description = "unknown-program")
    public RestResponse<DrawView> create(@NotNull(message = "Send the draw as JSON.") @Valid NewDraw body) {
        DrawView made = service.create(body);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, made)
                .location(URI.create("/api/v1/draws/" + made.id()))
                .build();
    }

    @GET
    @Path("/{id}/winners")
    @Operation(operationId = "listDrawWinners", summary = "Who won, the first first; nobody until it is drawn")
    public Winners winners(@PathParam("id") UUID id) {
        return new Winners(service.winners(id));
    }

    /** All of them; there are few. */
    public record Winners(List<DrawWinner> items) {}
}
