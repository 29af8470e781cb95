package helpdesk.notification.calendar;

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

/** The windows in which an agent has time for an appointment. */
@Path("/api/v1/appointment-slots")
@Tag(name = "Appointments")
public class AppointmentSlotResource {

    private final CalendarQuery query;

    AppointmentSlotResource(CalendarQuery query) {
        this.query = query;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION})
    @Operation(
            operationId = "listAppointmentSlots",
            summary = "The windows in which an agent has time for an appointment",
            description = "Windows in the agent's hours, one after the other, without those in which there is something"
                    + " else; all in one page.")
    public Page<Window> list(
            @Parameter(required = true, schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    @QueryParam("agentId")
                    String agentId,
            @Parameter(
                            description = "From when, default now",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @QueryParam("from")
                    String from,
            @Parameter(
                            description = "Until when, default 7 days and at most 31 days after from",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @QueryParam("to")
                    String to,
            @Parameter(
                            description = "How long a window lasts, from 15 to 720, default 60",
                            schema = @Schema(type = SchemaType.INTEGER))
                    @QueryParam("minutes")
                    String minutes) {
        return new Page<>(
                query.slots(
                        new QueryParameter("agentId", agentId),
                        new QueryParameter("from", from),
                        new QueryParameter("to", to),
                        new QueryParameter("minutes", minutes)),
                null,
                null);
    }
}
