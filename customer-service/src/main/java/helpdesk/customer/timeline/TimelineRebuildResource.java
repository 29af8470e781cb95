package helpdesk.customer.timeline;

import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Builds timelines anew from the log. */
@Path("/api/v1/services/customer-service/timeline-rebuilds")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Operations")
public class TimelineRebuildResource {

    private final TimelineRebuilds rebuilds;

    TimelineRebuildResource(TimelineRebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    @POST
    @Operation(
            operationId = "rebuildTimelines",
            summary = "Builds the timelines anew from the events that the broker keeps",
            description =
                    "What is missing is added, what is not as the log tells is corrected; what happened before the log begins "
                            + "stays. Goes on in the background, also after a restart. Asked for while one runs, it is that one.")
    @APIResponse(
            responseCode = "202",
            description = "The rebuild that has begun",
            content = @Content(schema = @Schema(implementation = TimelineRebuildView.class)))
    public RestResponse<TimelineRebuildView> begin() {
        return RestResponse.status(RestResponse.Status.ACCEPTED, rebuilds.begin());
    }

    @GET
    @Operation(
            operationId = "listTimelineRebuilds",
            summary = "The last ten rebuilds and how far they are, the newest first")
    public Page<TimelineRebuildView> list() {
        return new Page<>(rebuilds.latest(), null, null);
    }
}
