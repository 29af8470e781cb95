package helpdesk.notification.calendar;

import helpdesk.notification.QueryParameter;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** When agents work, are away, and have appointments. */
@Path("/api/v1/agent-calendars/{agentId}")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Appointments")
public class AgentCalendarResource {

    private final AgentCalendarService service;
    private final CalendarQuery query;

    AgentCalendarResource(AgentCalendarService service, CalendarQuery query) {
        this.service = service;
        this.query = query;
    }

    @GET
    @Operation(
            operationId = "readAgentCalendar",
            summary = "When an agent works and is away, for the agent and for supervisors")
    public RestResponse<AgentCalendarView> read(@PathParam("agentId") UUID agentId) {
        AgentCalendarView calendar = service.read(agentId);
        return Versioned.ok(calendar, calendar.version());
    }

    @PUT
    @Operation(
            operationId = "putAgentCalendar",
            summary = "Replaces an agent's calendar; with If-None-Match: * makes its first one",
            description = "For the agent and for supervisors. Appointments that are booked keep their times.")
    @APIResponse(responseCode = "200", description = "Replaced")
    @APIResponse(responseCode = "201", description = "Made")
    public RestResponse<AgentCalendarView> put(
            @PathParam("agentId") UUID agentId,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("If-None-Match") String ifNoneMatch,
            @NotNull(message = "Send the calendar.") @Valid PutAgentCalendar body) {
        if (ifMatch == null && "*".equals(ifNoneMatch)) {
            AgentCalendarView calendar = service.create(agentId, body);
            return Versioned.created("/api/v1/agent-calendars/" + agentId, calendar, calendar.version());
        }
        AgentCalendarView calendar = service.replace(agentId, IfMatch.required(ifMatch), body);
        return Versioned.ok(calendar, calendar.version());
    }

    @GET
    @Path("/entries")
    @Operation(
            operationId = "listAgentCalendarEntries",
            summary = "What an agent's time is, busy and free, in order",
            description = "All of it in one page. Free time is within the agent's hours.")
    public Page<CalendarEntryView> entries(
            @PathParam("agentId") UUID agentId,
            @Parameter(
                            description = "From when, default now",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @QueryParam("from")
                    String from,
            @Parameter(
                            description = "Until when, default 7 days and at most 31 days after from",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @QueryParam("to")
                    String to) {
        return new Page<>(
                query.entries(agentId, new QueryParameter("from", from), new QueryParameter("to", to)), null, null);
    }
}
