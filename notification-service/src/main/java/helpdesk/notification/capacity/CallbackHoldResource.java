package helpdesk.notification.capacity;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Places that are kept while somebody fills in the rest. */
@Path("/api/v1/callback-holds")
@Tag(name = "Callbacks")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION, Roles.CUSTOMER})
public class CallbackHoldResource {

    private final HoldService service;

    CallbackHoldResource(HoldService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "holdCallbackSlot",
            summary = "Keeps a place in a slot for 5 minutes",
            description =
                    "POST /api/v1/callbacks with holdId books it. A hold that is not booked gives its place back by itself.")
    @APIResponse(responseCode = "201", description = "Kept")
    @APIResponse(
            responseCode = "409",
            description = "slot-full: all places are taken; nearest has up to 5 slots with room around it")
    @APIResponse(responseCode = "422", description = "no-such-slot or no-such-group")
    public RestResponse<HoldView> hold(@NotNull(message = "Send the slot.") @Valid HoldSlot body) {
        HoldView hold = service.hold(body);
        return Versioned.created("/api/v1/callback-holds/" + hold.id(), hold, HoldService.VERSION);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "giveBackCallbackHold", summary = "Gives a place back that was kept")
    @APIResponse(responseCode = "204", description = "Given back")
    @APIResponse(responseCode = "404", description = "callback-hold-not-found: it is over, or somebody else's")
    public void giveBack(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match")
                    String ifMatch) {
        service.giveBack(id, IfMatch.required(ifMatch));
    }
}
