package helpdesk.notification.appointment;

import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What happens to an appointment after it is booked. */
@Path("/api/v1/appointments/{id}")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION})
@Tag(name = "Appointments")
public class AppointmentStepResource {

    private final AppointmentService service;
    private final AppointmentQuery query;

    AppointmentStepResource(AppointmentService service, AppointmentQuery query) {
        this.service = service;
        this.query = query;
    }

    @POST
    @Path("/moves")
    @Idempotent
    @Operation(
            operationId = "moveAppointment",
            summary = "Moves an appointment to another window, and tells the customer")
    @APIResponse(responseCode = "201", description = "Moved")
    @APIResponse(
            responseCode = "409",
            description = "appointment-over, or agent-busy: alternatives has the nearest free windows")
    public RestResponse<AppointmentView> move(
            @PathParam("id") UUID id, @NotNull(message = "Send the new window.") @Valid MoveAppointment body) {
        return created(service.move(id, body));
    }

    @POST
    @Path("/cancellations")
    @Idempotent
    @Operation(
            operationId = "cancelAppointment",
            summary = "Calls an appointment off, gives the agent's time back, and tells the customer")
    @APIResponse(responseCode = "201", description = "Called off")
    @APIResponse(responseCode = "409", description = "appointment-over")
    public RestResponse<AppointmentView> cancel(
            @PathParam("id") UUID id, @NotNull(message = "Send the reason.") @Valid CancelAppointment body) {
        return created(service.cancel(id, body));
    }

    @POST
    @Path("/outcomes")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
    @Operation(
            operationId = "recordAppointmentOutcome",
            summary = "Takes down what came of an appointment",
            description =
                    "kept, with arrivedAt if punctuality is to count it; or missed, with the reason, and the fault, which"
                            + " is ours when nothing is said.")
    @APIResponse(responseCode = "201", description = "Taken down")
    @APIResponse(responseCode = "409", description = "appointment-over")
    public RestResponse<AppointmentView> conclude(
            @PathParam("id") UUID id, @NotNull(message = "Send what came of it.") @Valid RecordOutcome body) {
        return created(service.conclude(id, body));
    }

    @GET
    @Path("/calendar.ics")
    @Produces(CalendarFile.MEDIA_TYPE)
    @Operation(
            operationId = "readAppointmentFile",
            summary = "An appointment for calendar programs, as the customer gets it")
    @APIResponse(
            responseCode = "200",
            description = "An iCalendar file (RFC 5545)",
            content = @Content(mediaType = "text/calendar", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<byte[]> file(@PathParam("id") UUID id) {
        return answer(query.file(id));
    }

    private static RestResponse<byte[]> answer(ServedFile file) {
        return RestResponse.ResponseBuilder.ok(file.content())
                .type(file.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + CalendarFile.NAME + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static RestResponse<AppointmentView> created(AppointmentView appointment) {
        return Versioned.created("/api/v1/appointments/" + appointment.id(), appointment, appointment.version());
    }
}
