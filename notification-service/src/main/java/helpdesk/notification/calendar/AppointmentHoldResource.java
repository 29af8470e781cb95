package helpdesk.notification.calendar;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Windows that are kept for a few minutes while they are booked. */
@Path("/api/v1/appointment-holds")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION})
@Tag(name = "Appointments")
public class AppointmentHoldResource {

    private final HoldService service;

    AppointmentHoldResource(HoldService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "holdAppointmentWindow",
            summary = "Keeps an agent's time for five minutes; an appointment with its id as holdId takes it")
    @APIResponse(responseCode = "201", description = "Kept")
    @APIResponse(
            responseCode = "409",
            description = "agent-busy: there is something else; alternatives has the nearest free windows")
    public RestResponse<HoldView> hold(@NotNull(message = "Send the window.") @Valid HoldWindow body) {
        HoldView hold = service.hold(body);
        return Versioned.created("/api/v1/appointment-holds/" + hold.id(), hold, 0);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readAppointmentHold", summary = "A window that is still kept")
    public HoldView read(@PathParam("id") UUID id) {
        return service.read(id);
    }
}
