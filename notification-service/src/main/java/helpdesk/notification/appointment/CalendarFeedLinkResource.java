package helpdesk.notification.appointment;

import helpdesk.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The links by which agents' calendar programs read their appointments. */
@Path("/api/v1/agent-calendars/{agentId}/feed-links")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Appointments")
public class CalendarFeedLinkResource {

    private final CalendarFeeds feeds;

    CalendarFeedLinkResource(CalendarFeeds feeds) {
        this.feeds = feeds;
    }

    @POST
    @Operation(
            operationId = "makeCalendarFeedLink",
            summary = "A new link by which a calendar program reads an agent's appointments; it ends the one before",
            description =
                    "For the agent and for supervisors. An idempotency key has no effect here: the link would be kept with"
                            + " the answer.")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = FeedLinkView.class)))
    public RestResponse<FeedLinkView> make(@PathParam("agentId") UUID agentId) {
        FeedLinkView link = feeds.make(agentId);
        return RestResponse.ResponseBuilder.<FeedLinkView>create(RestResponse.Status.CREATED)
                .entity(link)
                .location(URI.create(link.link()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @DELETE
    @Operation(
            operationId = "endCalendarFeedLink",
            summary = "Ends the link to an agent's appointments",
            description = "For the agent and for supervisors. There is no version: a link cannot be changed.")
    @APIResponse(responseCode = "204", description = "Nobody reads them by it any more")
    public void end(@PathParam("agentId") UUID agentId) {
        feeds.end(agentId);
    }
}
