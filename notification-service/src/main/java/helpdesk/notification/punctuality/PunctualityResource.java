package helpdesk.notification.punctuality;

import helpdesk.notification.QueryParameter;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether we come when we said that we would come (practice 8). */
@Path("/api/v1/appointment-punctuality")
@Tag(name = "Appointments")
public class PunctualityResource {

    private final PunctualityQuery query;

    PunctualityResource(PunctualityQuery query) {
        this.query = query;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(
            operationId = "readAppointmentPunctuality",
            summary = "How well appointments were kept",
            description =
                    "All rows in one page, at most 1,000. What we missed counts as not within the window; kept ones without"
                            + " arrivedAt count neither way.")
    public Page<PunctualityView> read(
            @Parameter(
                            description = "Windows that begin then or later, default 30 days before to",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @QueryParam("from")
                    String from,
            @Parameter(
                            description = "Windows that begin before, default now",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @QueryParam("to")
                    String to,
            @Parameter(description = "agent, week or month; without it one row for all") @QueryParam("by") String by) {
        return new Page<>(
                query.read(
                        new QueryParameter("from", from), new QueryParameter("to", to), new QueryParameter("by", by)),
                null,
                null);
    }
}
