package helpdesk.notification.callback;

import helpdesk.notification.QueryParameter;
import helpdesk.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether we call when we said that we would. */
@Path("/api/v1/callback-punctuality")
@Tag(name = "Callbacks")
public class CallbackPunctualityResource {

    private final PunctualityQuery query;

    CallbackPunctualityResource(PunctualityQuery query) {
        this.query = query;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(
            operationId = "readCallbackPunctuality",
            summary = "How often somebody called within the booked time",
            description =
                    "Of callbacks that had a booked time in the span and are completed, exhausted or expired. Each rate has its"
                            + " 95 % interval (Wilson) and the number n it is of; where there is none, there is no rate.")
    public PunctualityView read(
            @Parameter(
                            description = "Booked times from here, default 30 days before to",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @QueryParam("from")
                    String from,
            @Parameter(
                            description = "Up to here, default now and at most 366 days after from",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @QueryParam("to")
                    String to,
            @Parameter(description = "Only this group") @QueryParam("group") String group,
            @Parameter(
                            description = "group, agent (who called last) or week",
                            schema = @Schema(implementation = PunctualityDimension.class, defaultValue = "group"))
                    @QueryParam("by")
                    String by) {
        return query.count(
                new QueryParameter("from", from),
                new QueryParameter("to", to),
                new QueryParameter("group", group),
                new QueryParameter("by", by));
    }
}
