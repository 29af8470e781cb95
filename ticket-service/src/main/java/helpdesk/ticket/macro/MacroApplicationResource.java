package helpdesk.ticket.macro;

import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.problem.ProblemBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Macros at work. */
@Path("/api/v1/tickets/{id}/macro-applications")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Macros", description = "Replies and changes that belong together")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class MacroApplicationResource {

    private final MacroService service;

    MacroApplicationResource(MacroService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "applyMacro",
            summary = "Applies a macro to a ticket: the reply, then the changes; all of it or nothing",
            description = "With preview it only shows what it would say and change.")
    @APIResponse(
            responseCode = "201",
            description = "What it did",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AppliedMacro.class)))
    public RestResponse<AppliedMacro> apply(
            @PathParam("id") String id, @NotNull(message = "Send the macro's id as JSON.") @Valid ApplyMacro request) {
        AppliedMacro applied = service.apply(id, request);
        return Versioned.created(
                "/api/v1/tickets/" + applied.ticket().id(),
                applied,
                applied.ticket().version());
    }
}
