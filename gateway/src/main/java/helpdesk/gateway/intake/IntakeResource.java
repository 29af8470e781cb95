package helpdesk.gateway.intake;

import helpdesk.platform.identity.CurrentActor;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.request.RequestIds;
import io.cloudevents.CloudEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Where other programs say what happened there. */
@Path("/api/v1/events")
@Tag(name = "Events")
public class IntakeResource {

    private final EventReader reader;
    private final Intake intake;
    private final CurrentActor actor;
    private final RequestIds requestIds;

    IntakeResource(EventReader reader, Intake intake, CurrentActor actor, RequestIds requestIds) {
        this.reader = reader;
        this.intake = intake;
        this.actor = actor;
        this.requestIds = requestIds;
    }

    @POST
    @Consumes("*/*")
    @RolesAllowed({Roles.INTEGRATION, Roles.ADMIN})
    @Operation(
            summary = "Takes one CloudEvent or a batch of up to 100",
            description = "Structured (`application/cloudevents+json`, or plain `application/json`), batch"
                    + " (`application/cloudevents-batch+json`) or binary (`ce-` headers with a JSON body). The answer comes"
                    + " when the broker has all of them. One with a fault makes the whole batch refused; the errors name"
                    + " its index and attribute. Send the same again when in doubt: events are known by `source` and `id`,"
                    + " and none takes effect twice. An event has at most 64 KiB. Types beginning with `org.helpdesk.` are"
                    + " the helpdesk's own.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = EventReader.EVENT, schema = @Schema(implementation = EventSchema.class)),
                @Content(
                        mediaType = EventReader.BATCH,
                        schema =
                                @Schema(
                                        type = SchemaType.ARRAY,
                                        implementation = EventSchema.class,
                                        minItems = 1,
                                        maxItems = 100)),
                @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT))
            })
    @APIResponse(
            responseCode = "202",
            description = "The broker has all events",
            content = @Content(schema = @Schema(implementation = Accepted.class)))
    @APIResponse(responseCode = "400", description = "An event has a fault; nothing was taken")
    @APIResponse(responseCode = "503", description = "The broker is away; see Retry-After")
    public RestResponse<Accepted> acceptEvents(
            byte[] body, @Context HttpHeaders headers, @Context RoutingContext request) {
        List<CloudEvent> events =
                reader.read(headers.getHeaderString(HttpHeaders.CONTENT_TYPE), attributes(headers), body);
        Accepted accepted = intake.take(events, actor.get(), requestIds.of(request));
        return ResponseBuilder.<Accepted>create(RestResponse.Status.ACCEPTED)
                .entity(accepted)
                .build();
    }

    private static Map<String, String> attributes(HttpHeaders headers) {
        Map<String, String> attributes = new TreeMap<>();
        headers.getRequestHeaders().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith(EventReader.HEADER_PREFIX)) {
                attributes.put(
                        lower.substring(EventReader.HEADER_PREFIX.length()), HeaderText.decode(values.getFirst()));
            }
        });
        return attributes;
    }
}
