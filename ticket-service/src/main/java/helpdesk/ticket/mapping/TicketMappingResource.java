package helpdesk.ticket.mapping;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What events of other systems mean for tickets. */
@Path("/api/v1/ticket-mappings")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Ticket mappings", description = "What events of other systems mean for tickets")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class TicketMappingResource {

    private final TicketMappingService service;
    private final TicketMappingRepository mappings;
    private final MappingTrials trials;

    TicketMappingResource(TicketMappingService service, TicketMappingRepository mappings, MappingTrials trials) {
        this.service = service;
        this.mappings = mappings;
        this.trials = trials;
    }

    @GET
    @Operation(operationId = "listTicketMappings", summary = "Mappings, by name")
    @APIResponse(responseCode = "200", description = "A page of mappings")
    public Page<TicketMappingView> list(@BeanParam @Valid PageRequest page) {
        return mappings.page(page);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readTicketMapping", summary = "One mapping, with what it could not do last")
    @APIResponse(responseCode = "200", description = "The mapping")
    public RestResponse<TicketMappingView> read(@PathParam("id") UUID id) {
        TicketMappingView view = mappings.view(service.require(id));
        return Versioned.ok(view, view.version());
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "createTicketMapping",
            summary = "Makes a mapping",
            description =
                    "Events that come from now on are held against all active mappings, each for itself. As long as the "
                            + "ticket of a key is not solved, no event with that key opens another.")
    @APIResponse(
            responseCode = "201",
            description = "The mapping, and in Location where it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TicketMappingView.class)))
    public RestResponse<TicketMappingView> create(
            @NotNull(message = "Send the mapping as JSON.") @Valid TicketMappingBody body) {
        TicketMapping mapping = service.create(body);
        return Versioned.created(
                "/api/v1/ticket-mappings/" + mapping.id(), TicketMappingView.of(mapping, List.of()), mapping.version());
    }

    @POST
    @Path("/dry-runs")
    @Operation(
            operationId = "dryRunTicketMappings",
            summary = "What mappings would do with an event; nothing is stored",
            description =
                    "With what each path finds. One mapping that exists or is only thought of, or all that are active.")
    @APIResponse(responseCode = "200", description = "What they would do")
    public MappingTrialView dryRun(@NotNull(message = "Send what to try as JSON.") @Valid MappingTrial trial) {
        return trials.run(trial);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @Operation(
            operationId = "changeTicketMapping",
            summary = "Changes a mapping",
            description = "Lists are replaced as a whole. Which ticket belongs to which key stays known.")
    @APIResponse(responseCode = "200", description = "The mapping as it became")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = TicketMappingBody.class)))
    public RestResponse<TicketMappingView> patch(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match") String ifMatch,
            MergePatch patch) {
        TicketMapping mapping = service.patch(id, IfMatch.required(ifMatch), patch);
        return Versioned.ok(mappings.view(mapping), mapping.version());
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteTicketMapping",
            summary = "Removes a mapping",
            description = "Its tickets stay. Which of them belongs to which key is forgotten.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public RestResponse<Void> delete(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match")
                    String ifMatch) {
        service.delete(id, IfMatch.required(ifMatch));
        return RestResponse.noContent();
    }
}
