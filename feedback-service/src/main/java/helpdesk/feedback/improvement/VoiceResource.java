package helpdesk.feedback.improvement;

import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Who asked for an improvement. */
@Path("/api/v1/improvements/{id}/voices")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Improvements")
public class VoiceResource {

    private final VoiceService service;
    private final Cursors cursors;

    VoiceResource(VoiceService service, Cursors cursors) {
        this.service = service;
        this.cursors = cursors;
    }

    @GET
    @Operation(
            operationId = "listVoices",
            summary = "Who asked for an improvement, the newest first",
            description = "What was merged has none of its own: see what it goes on in.")
    public Page<VoiceView> list(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
        String list = "voices " + id;
        List<String> after = cursors.open(page.after(), list);
        UUID last = after.isEmpty() ? null : UUID.fromString(after.getFirst());
        return Page.of(
                service.list(id, last, page.limitPlusOne()),
                page.limit(),
                voice -> voice,
                voice -> cursors.seal(List.of(voice.id().toString()), list));
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "addVoice",
            summary = "Notes that somebody asks for an improvement, by an answer or by hand",
            description =
                    "Each person once: who asks for it already stays as they are. When it is done, they are told at once. What was"
                            + " merged hears for what it goes on in.")
    @APIResponse(
            responseCode = "201",
            description = "Who asks for it now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = VoiceView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Who asked for it before",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = VoiceView.class)))
    @APIResponse(responseCode = "422", description = "unknown-response or unknown-customer")
    public RestResponse<VoiceView> add(
            @PathParam("id") UUID id, @NotNull(message = "Send who asks as JSON.") @Valid NewVoice body) {
        VoiceService.Heard heard = service.add(id, body);
        return RestResponse.ResponseBuilder.create(
                        heard.fresh() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                        VoiceView.of(heard.voice()))
                .build();
    }

    @DELETE
    @Path("/{voiceId}")
    @Operation(
            operationId = "removeVoice",
            summary = "Takes somebody out who was added by mistake",
            description = "The answer that asked for it is among the suggestions again.")
    @APIResponse(responseCode = "204", description = "Taken out")
    @APIResponse(responseCode = "409", description = "voice-told: they were told that it is done")
    public void remove(@PathParam("id") UUID id, @PathParam("voiceId") UUID voiceId) {
        service.remove(id, voiceId);
    }
}
