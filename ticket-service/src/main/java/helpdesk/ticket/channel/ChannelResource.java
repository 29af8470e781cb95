package helpdesk.ticket.channel;

import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.problem.ProblemBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Social and chat networks on which customers write (practice 16). */
@Path("/api/v1/channels")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Channels", description = "Social and chat networks, by adapters")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class ChannelResource {

    private final ChannelDeliveryQuery query;

    ChannelResource(ChannelDeliveryQuery query) {
        this.query = query;
    }

    @GET
    @Operation(operationId = "listChannels", summary = "How each network stands, by name; the first hundred")
    @APIResponse(responseCode = "200", description = "The networks")
    public Page<ChannelView> list() {
        return new Page<>(query.networks(), null, null);
    }
}
