package helpdesk.customer.segment;

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

/** The segments (practice 32). */
@Path("/api/v1/segments")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Segments")
public class SegmentResource {

    private final SegmentService service;

    SegmentResource(SegmentService service) {
        this.service = service;
    }

    @GET
    @Operation(operationId = "listSegments", summary = "Segments, the oldest first")
    public Page<SegmentView> list(@BeanParam @Valid PageRequest page) {
        return service.list(page, SegmentView::of);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readSegment", summary = "One segment")
    public RestResponse<SegmentView> read(@PathParam("id") UUID id) {
        return ok(service.require(id));
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(
            operationId = "createSegment",
            summary = "Makes a segment",
            description =
                    "Who belongs to it is found out within moments, and again whenever something becomes known of a "
                            + "customer, and once a day.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema =
                                    @Schema(
                                            implementation = SegmentBody.class,
                                            requiredProperties = {"name", "conditions"})))
    @APIResponse(
            responseCode = "201",
            description = "The segment, and in Location where it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SegmentView.class)))
    @APIResponse(responseCode = "409", description = "name-taken or too-many-definitions")
    public RestResponse<SegmentView> create(@NotNull(message = "Send the segment as JSON.") @Valid SegmentBody body) {
        Segment made = service.create(body);
        return Versioned.created("/api/v1/segments/" + made.id(), SegmentView.of(made), made.version());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(operationId = "changeSegment", summary = "Changes a segment")
    @RequestBody(
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = SegmentBody.class)))
    @APIResponse(responseCode = "200", description = "The segment as it became")
    public RestResponse<SegmentView> change(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match") String ifMatch,
            MergePatch patch) {
        return ok(service.change(id, IfMatch.required(ifMatch), patch));
    }

    private static RestResponse<SegmentView> ok(Segment one) {
        return Versioned.ok(SegmentView.of(one), one.version());
    }
}
