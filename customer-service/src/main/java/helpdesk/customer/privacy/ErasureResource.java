package helpdesk.customer.privacy;

import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** How far people are forgotten. */
@Path("/api/v1/erasures")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Privacy", description = "What is held on people, and how they are forgotten")
public class ErasureResource {

    private final ErasureService service;
    private final ErasureRepository erasures;
    private final Clock clock;

    ErasureResource(ErasureService service, ErasureRepository erasures, Clock clock) {
        this.service = service;
        this.erasures = erasures;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "listErasures", summary = "Erasures, the newest first")
    public Page<ErasureView> list(@BeanParam @Valid PageRequest page) {
        return erasures.page(page);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readErasure", summary = "How far an erasure is, and who has not answered")
    public ErasureView read(@PathParam("id") UUID id) {
        // Without an ETag: whether it is overdue depends on the time, too.
        return erasures.require(id).viewAt(clock.instant());
    }

    @POST
    @Path("/{id}/repetition")
    @Idempotent
    @Operation(
            operationId = "repeatErasure",
            summary = "Asks all services once more, because a backup brought something back",
            description = "By the ids of the person alone: names and addresses are forgotten here, too.")
    @APIResponse(
            responseCode = "202",
            description = "It has begun again",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ErasureView.class)))
    @APIResponse(responseCode = "409", description = "erasure-under-way")
    public RestResponse<ErasureView> repeat(@PathParam("id") UUID id) {
        return accepted(service.repeat(id));
    }

    static RestResponse<ErasureView> accepted(ErasureView view) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, view)
                .header("Location", "/api/v1/erasures/" + view.id())
                .build();
    }
}
