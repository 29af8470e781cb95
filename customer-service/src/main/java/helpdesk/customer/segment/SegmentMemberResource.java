package helpdesk.customer.segment;

import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who belongs to a segment, and how it grows. */
@Path("/api/v1/segments/{id}")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Segments")
public class SegmentMemberResource {

    private final SegmentQuery query;

    SegmentMemberResource(SegmentQuery query) {
        this.query = query;
    }

    @GET
    @Path("/members")
    @Operation(operationId = "listSegmentMembers", summary = "Who belongs to a segment, who came last first")
    public Page<SegmentMember> members(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
        return query.members(id, page);
    }

    @GET
    @Path("/trend")
    @Operation(
            operationId = "readSegmentTrend",
            summary = "How large a segment is, and was day by day",
            description = "The last 30 days when left out; at most 366. Days are of UTC.")
    public SegmentTrend trend(
            @PathParam("id") UUID id,
            @Parameter(description = "The first day", example = "2026-11-01") @QueryParam("from") String from,
            @Parameter(description = "The last day") @QueryParam("to") String to) {
        return query.trend(id, from, to);
    }
}
