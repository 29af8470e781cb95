package helpdesk.notification.appointment;

import helpdesk.notification.QueryParameter;
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
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Appointments: visits to customers, with a date and an hour. */
@Path("/api/v1/appointments")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION})
@Tag(name = "Appointments")
public class AppointmentResource {

    private final AppointmentService service;
    private final AppointmentQuery query;

    AppointmentResource(AppointmentService service, AppointmentQuery query) {
        this.service = service;
        this.query = query;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "bookAppointment",
            summary = "Books an agent's time for a visit, and confirms it to the customer")
    @APIResponse(responseCode = "201", description = "Booked")
    @APIResponse(
            responseCode = "409",
            description = "agent-busy: there is something else; alternatives has the nearest free windows")
    @APIResponse(responseCode = "422", description = "unknown-customer or unknown-ticket")
    public RestResponse<AppointmentView> book(@NotNull(message = "Send the appointment.") @Valid BookAppointment body) {
        AppointmentView appointment = service.book(body);
        return Versioned.created("/api/v1/appointments/" + appointment.id(), appointment, appointment.version());
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
    @Operation(operationId = "listAppointments", summary = "Appointments, the earliest first")
    public Page<AppointmentView> list(
            @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) @QueryParam("agentId")
                    String agentId,
            @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) @QueryParam("customerId")
                    String customerId,
            @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) @QueryParam("ticketId")
                    String ticketId,
            @Parameter(description = "One or more, separated by commas") @QueryParam("status") String status,
            @Parameter(
                            description = "Windows that begin then or later",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @QueryParam("from")
                    String from,
            @Parameter(
                            description = "Windows that begin before",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @QueryParam("to")
                    String to,
            @Parameter(
                            description =
                                    "true: only those whose window is over and of which nobody has told what came",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    @QueryParam("overdue")
                    String overdue,
            @Parameter(
                            description = "true: only those for which the customer would like another time",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    @QueryParam("wished")
                    String wished,
            @BeanParam @Valid PageRequest page) {
        AppointmentFilter filter = new AppointmentFilter(
                new QueryParameter("agentId", agentId).uuid().orElse(null),
                new QueryParameter("customerId", customerId).uuid().orElse(null),
                new QueryParameter("ticketId", ticketId).uuid().orElse(null),
                new QueryParameter("status", status).anyOf(AppointmentStatus.class),
                new QueryParameter("from", from).instant().orElse(null),
                new QueryParameter("to", to).instant().orElse(null),
                isOnly(new QueryParameter("overdue", overdue)),
                isOnly(new QueryParameter("wished", wished)));
        return query.list(filter, page);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readAppointment", summary = "One appointment, for staff and for who booked it")
    public RestResponse<AppointmentView> read(@PathParam("id") UUID id) {
        AppointmentView appointment = query.read(id);
        return Versioned.ok(appointment, appointment.version());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @Operation(
            operationId = "patchAppointment",
            summary = "Changes subject, notes, address, phone, email or who comes",
            description = "The customer is told nothing. Another window is a move.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "agent-busy or appointment-over, when another agent is to come")
    public RestResponse<AppointmentView> patch(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull(message = "Send the changes.") MergePatch patch) {
        AppointmentView appointment = service.patch(id, IfMatch.required(ifMatch), patch);
        return Versioned.ok(appointment, appointment.version());
    }

    private static boolean isOnly(QueryParameter parameter) {
        return parameter
                .value()
                .map(value -> switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw parameter.invalid("Write true or false, or leave it out.");
                })
                .orElse(false);
    }
}
