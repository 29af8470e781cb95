package helpdesk.ticket.calendar;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.TimeParameter;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** When people are there. */
@Path("/api/v1/calendars")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION})
@Tag(name = "Service levels", description = "When people are there, and what is promised")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class CalendarResource {

    private final CalendarService service;
    private final CalendarRepository calendars;

    CalendarResource(CalendarService service, CalendarRepository calendars) {
        this.service = service;
        this.calendars = calendars;
    }

    @GET
    @Operation(operationId = "listCalendars", summary = "Calendars by name")
    @APIResponse(responseCode = "200", description = "A page of calendars")
    public Page<CalendarView> list(@BeanParam @Valid PageRequest page) {
        return calendars.page(page);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readCalendar", summary = "One calendar")
    @APIResponse(responseCode = "200", description = "The calendar")
    public RestResponse<CalendarView> read(@PathParam("id") UUID id) {
        CalendarView view = CalendarView.of(service.require(id));
        return Versioned.ok(view, view.version());
    }

    @GET
    @Path("/{id}/working-time")
    @Operation(
            operationId = "readWorkingTime",
            summary = "What a calendar means for a span of time",
            description = "The periods that count, and the days that are other than their weekday.")
    @APIResponse(responseCode = "200", description = "The working time")
    public WorkingTimeView workingTime(
            @PathParam("id") UUID id,
            @Parameter(description = "RFC 3339", required = true, schema = @Schema(implementation = Instant.class))
                    @QueryParam("from")
                    String from,
            @Parameter(
                            description = "RFC 3339; at most 62 days behind from",
                            required = true,
                            schema = @Schema(implementation = Instant.class))
                    @QueryParam("to")
                    String to) {
        return service.workingTime(id, TimeParameter.required(from, "?from"), TimeParameter.required(to, "?to"));
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(
            operationId = "createCalendar",
            summary = "Makes a calendar",
            description =
                    "Shifts may be several a day and go past midnight. A day's shifts are those that begin on it.")
    @APIResponse(
            responseCode = "201",
            description = "The calendar, and in Location where it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CalendarView.class)))
    public RestResponse<CalendarView> create(
            @NotNull(message = "Send the calendar as JSON.") @Valid CalendarBody body) {
        BusinessCalendar calendar = service.create(body);
        return Versioned.created("/api/v1/calendars/" + calendar.id(), CalendarView.of(calendar), calendar.version());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(
            operationId = "changeCalendar",
            summary = "Changes a calendar",
            description = "A weekday, or the list of special days, is replaced as a whole.")
    @APIResponse(responseCode = "200", description = "The calendar as it became")
    @RequestBody(
            content =
                    @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = CalendarBody.class)))
    public RestResponse<CalendarView> patch(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match") String ifMatch,
            MergePatch patch) {
        BusinessCalendar calendar = service.patch(id, IfMatch.required(ifMatch), patch);
        return Versioned.ok(CalendarView.of(calendar), calendar.version());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(operationId = "deleteCalendar", summary = "Removes a calendar")
    @APIResponse(responseCode = "204", description = "It is gone")
    public RestResponse<Void> delete(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match")
                    String ifMatch) {
        service.delete(id, IfMatch.required(ifMatch));
        return RestResponse.noContent();
    }
}
