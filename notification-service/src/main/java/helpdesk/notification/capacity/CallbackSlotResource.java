package helpdesk.notification.capacity;

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

/** The times at which a callback can be booked. */
@Path("/api/v1/callback-slots")
@Tag(name = "Callbacks")
public class CallbackSlotResource {

    private final SlotQuery slots;

    CallbackSlotResource(SlotQuery slots) {
        this.slots = slots;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION, Roles.CUSTOMER})
    @Operation(
            operationId = "listCallbackSlots",
            summary = "The times at which a callback can be booked",
            description = "All future slots of the group's plan, also those with remaining 0, in one page.")
    public Page<SlotView> list(
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
            @Parameter(description = "The group that calls, default support") @QueryParam("group") String group,
            @Parameter(description = "An IANA time zone; with it each slot also has localStart and localEnd")
                    @QueryParam("timeZone")
                    String timeZone) {
        return new Page<>(
                slots.list(
                        new QueryParameter("from", from),
                        new QueryParameter("to", to),
                        new QueryParameter("group", group),
                        new QueryParameter("timeZone", timeZone)),
                null,
                null);
    }
}
