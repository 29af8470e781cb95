package helpdesk.gateway.stream;

import helpdesk.gateway.log.EventFilter;
import helpdesk.gateway.log.LogAccess;
import helpdesk.gateway.log.LogCursors;
import helpdesk.gateway.log.LoggedEvent;
import helpdesk.gateway.token.RevokedTokens;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.problem.PlatformProblem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happens in the whole helpdesk, as it happens. */
@Path("/api/v1/events/stream")
@Tag(name = "Events")
public class StreamResource {

    private final EventStreams streams;
    private final LogCursors cursors;
    private final LogAccess access;
    private final SecurityIdentity identity;
    private final RevokedTokens revoked;
    private final Clock clock;

    StreamResource(
            EventStreams streams,
            LogCursors cursors,
            LogAccess access,
            SecurityIdentity identity,
            RevokedTokens revoked,
            Clock clock) {
        this.streams = streams;
        this.cursors = cursors;
        this.access = access;
        this.identity = identity;
        this.revoked = revoked;
        this.clock = clock;
    }

    @GET
    @Blocking
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION})
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Events as they happen, as Server-Sent Events",
            description =
                    "Each `data` is a CloudEvent in its JSON form, each `id` the cursor behind it. To go on after a"
                            + " break, send the last one as `Last-Event-ID` or as `after`; without either the stream begins with what"
                            + " happens next. A comment comes every 15 seconds. The stream ends with the token; come back with a new"
                            + " one. At most 200 streams are open at a time.")
    @APIResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class)))
    public Multi<OutboundSseEvent> streamEvents(
            @Parameter(description = "The id of the last event that was seen") @HeaderParam("Last-Event-ID")
                    String lastEventId,
            @Parameter(description = "The same for clients that cannot send the header; also a next of the list")
                    @QueryParam("after")
                    String after,
            @Parameter(
                            description = "Types separated by commas, each exact or ending with .*",
                            example = "org.helpdesk.ticket.*")
                    @QueryParam("type")
                    String type,
            @Parameter(description = "The id of what the events are about") @QueryParam("subject") String subject,
            @Context Sse sse) {
        String cursor = lastEventId == null ? after : lastEventId;
        Long position = cursor == null || cursor.isEmpty() ? null : Long.valueOf(cursors.open(cursor));
        EventFilter filter = EventFilter.of(type, subject, access.seesAccounts());
        JsonWebToken token = (JsonWebToken) identity.getPrincipal();
        Duration lifetime = untilEndOf(token);
        if (!lifetime.isPositive()) {
            throw PlatformProblem.UNAUTHENTICATED.problem("The token has just expired. Sign in again.");
        }
        Multi<OutboundSseEvent> events =
                streams.open(position, filter, StreamAudience.STAFF).map(event -> message(sse, event));
        return SignsOfLife.with(events, sse, lifetime, () -> mustEnd(token));
    }

    private OutboundSseEvent message(Sse sse, LoggedEvent event) {
        return sse.newEventBuilder()
                .id(cursors.seal(event.position()))
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(String.class, event.envelope())
                .build();
    }

    private Duration untilEndOf(JsonWebToken token) {
        return Duration.between(clock.instant(), Instant.ofEpochSecond(token.getExpirationTime()));
    }

    private boolean mustEnd(JsonWebToken token) {
        return streams.ending() || revoked.contains(token.getRawToken());
    }
}
