package helpdesk.notification.appointment;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Agents' appointments in their own calendar programs. */
@Path("/api/v1/calendar-feeds/{token}")
@Tag(name = "Appointments")
public class CalendarFeedResource {

    private final CalendarFeeds feeds;

    CalendarFeedResource(CalendarFeeds feeds) {
        this.feeds = feeds;
    }

    @GET
    @PermitAll
    @Produces(CalendarFile.MEDIA_TYPE)
    @Operation(
            operationId = "readCalendarFeed",
            summary = "An agent's appointments for a calendar program, by the link",
            description =
                    "Of the last 30 and the next 365 days, at most 1,000: window, subject, address, and the customer's"
                            + " name and phone number.")
    @APIResponse(
            responseCode = "200",
            description = "An iCalendar file (RFC 5545)",
            content = @Content(mediaType = "text/calendar", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<byte[]> read(@PathParam("token") String token) {
        return RestResponse.ResponseBuilder.ok(feeds.read(token))
                .type(CalendarFile.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
