package helpdesk.gateway.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import helpdesk.gateway.log.EventFilter;
import helpdesk.gateway.log.LogCursors;
import helpdesk.gateway.log.LoggedEvent;
import helpdesk.platform.identity.CustomerLinks;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells whoever has the link of a request that something happened there, as it happens: the live chat. */
@Path("/api/v1/requests/{token}/stream")
@PermitAll
@Tag(name = "Requests", description = "The public form and the requester's own link; no account needed")
public class RequestStreamResource {

    /** As ticket-service signs its links. */
    private static final String SCOPE = "request";

    private static final String COMMENTED = "org.helpdesk.ticket.commented.v1";

    /** What changes what the requester sees. */
    private static final String TYPES = String.join(
            ",",
            COMMENTED,
            "org.helpdesk.ticket.assigned.v1",
            "org.helpdesk.ticket.changed.v1",
            "org.helpdesk.ticket.resolved.v1",
            "org.helpdesk.ticket.reopened.v1",
            "org.helpdesk.ticket.closed.v1",
            "org.helpdesk.ticket.merged.v1");

    /** Then it comes back, and the link is looked at again. */
    private static final Duration LIFETIME = Duration.ofHours(1);

    private final EventStreams streams;
    private final LogCursors cursors;
    private final CustomerLinks links;
    private final ObjectMapper json;

    RequestStreamResource(EventStreams streams, LogCursors cursors, CustomerLinks links, ObjectMapper json) {
        this.streams = streams;
        this.cursors = cursors;
        this.links = links;
        this.json = json;
    }

    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "streamRequest",
            summary = "Tells the requester that something happened, as Server-Sent Events",
            description =
                    "Each `data` is `comment` when somebody wrote what the requester may read, or `request` when something"
                            + " else changed. What it is, the request and its comments tell. To go on after a break, send the last"
                            + " `id` as `Last-Event-ID`. A comment comes every 15 seconds; the stream ends after an hour, come back"
                            + " then. At most 500 such streams are open at a time.")
    @APIResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class)))
    public Multi<OutboundSseEvent> stream(
            @PathParam("token") String token,
            @Parameter(description = "The id of the last event that was seen") @HeaderParam("Last-Event-ID")
                    String lastEventId,
            @Context Sse sse) {
        UUID ticket = links.open(SCOPE, token);
        Long position = lastEventId == null || lastEventId.isEmpty() ? null : Long.valueOf(cursors.open(lastEventId));
        Multi<OutboundSseEvent> events = streams.open(
                        position, EventFilter.of(TYPES, ticket.toString(), false), StreamAudience.CUSTOMERS)
                .select()
                .where(this::isVisible)
                .map(event -> message(sse, event));
        return SignsOfLife.with(events, sse, LIFETIME, streams::ending);
    }

    /** Notes among those who work here are not even told of. */
    private boolean isVisible(LoggedEvent event) {
        return !event.type().equals(COMMENTED)
                || data(event).path("visibility").asText().equals("public");
    }

    private OutboundSseEvent message(Sse sse, LoggedEvent event) {
        return sse.newEventBuilder()
                .id(cursors.seal(event.position()))
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(String.class, event.type().equals(COMMENTED) ? "comment" : "request")
                .build();
    }

    private JsonNode data(LoggedEvent event) {
        try {
            return json.readTree(event.envelope()).path("data");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
