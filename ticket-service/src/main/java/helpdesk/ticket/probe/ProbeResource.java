package helpdesk.ticket.probe;

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

/** Testing ourselves as customers. */
@Path("/api/v1/probes")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
@Tag(name = "Probes", description = "Requests that we open ourselves, to see how a customer fares")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class ProbeResource {

    private final ProbeService service;
    private final ProbeRepository probes;
    private final ProbeMeasures measures;

    ProbeResource(ProbeService service, ProbeRepository probes, ProbeMeasures measures) {
        this.service = service;
        this.probes = probes;
        this.measures = measures;
    }

    @GET
    @Operation(operationId = "listProbes", summary = "Probes by name, with what they measured in 30 days")
    @APIResponse(responseCode = "200", description = "A page of probes")
    public Page<ProbeView> list(@BeanParam @Valid PageRequest page) {
        return probes.page(page);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readProbe", summary = "One probe, with what it measured in 30 days")
    @APIResponse(responseCode = "200", description = "The probe")
    public RestResponse<ProbeView> read(@PathParam("id") UUID id) {
        ProbeView view = probes.view(service.require(id));
        return Versioned.ok(view, view.version());
    }

    @GET
    @Path("/{id}/runs")
    @Operation(
            operationId = "listProbeRuns",
            summary = "The requests of a probe, the latest first, and how each fared",
            description = "Also of a probe that was removed.")
    @APIResponse(responseCode = "200", description = "A page of requests")
    public Page<ProbeRunView> runs(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
        return measures.runs(id, page);
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "createProbe",
            summary = "Makes a probe",
            description =
                    "Its requests look like those of a customer to whoever answers them. They are marked, so that no "
                            + "survey follows, no profile is made, and no other figure counts them.")
    @APIResponse(
            responseCode = "201",
            description = "The probe, and in Location where it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProbeView.class)))
    public RestResponse<ProbeView> create(@NotNull(message = "Send the probe as JSON.") @Valid ProbeBody body) {
        Probe probe = service.create(body);
        return Versioned.created(
                "/api/v1/probes/" + probe.id(), ProbeView.of(probe, ProbeFigures.NONE), probe.version());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @Operation(operationId = "changeProbe", summary = "Changes a probe; nextAt has it ask at another time")
    @APIResponse(responseCode = "200", description = "The probe as it became")
    @RequestBody(
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = ProbeBody.class)))
    public RestResponse<ProbeView> patch(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match") String ifMatch,
            MergePatch patch) {
        Probe probe = service.patch(id, IfMatch.required(ifMatch), patch);
        return Versioned.ok(probes.view(probe), probe.version());
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteProbe", summary = "Removes a probe", description = "Its requests stay.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public RestResponse<Void> delete(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match")
                    String ifMatch) {
        service.delete(id, IfMatch.required(ifMatch));
        return RestResponse.noContent();
    }
}
