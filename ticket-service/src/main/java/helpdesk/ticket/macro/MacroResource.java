package helpdesk.ticket.macro;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.problem.ProblemBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Macros: a reply and changes at once. */
@Path("/api/v1/macros")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Macros", description = "Replies and changes that belong together")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class MacroResource {

    private final MacroService service;
    private final MacroRepository macros;

    MacroResource(MacroService service, MacroRepository macros) {
        this.service = service;
        this.macros = macros;
    }

    @GET
    @Operation(operationId = "listMacros", summary = "Macros by name")
    @APIResponse(responseCode = "200", description = "A page of macros")
    public Page<MacroView> list(@BeanParam @Valid PageRequest page) {
        return macros.page(page);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readMacro", summary = "One macro")
    @APIResponse(responseCode = "200", description = "The macro")
    public RestResponse<MacroView> read(@PathParam("id") UUID id) {
        MacroView view = MacroView.of(service.require(id));
        return Versioned.ok(view, view.version());
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(operationId = "createMacro", summary = "Makes a macro; a placeholder that nothing fills is refused")
    @APIResponse(
            responseCode = "201",
            description = "The macro, and in Location where it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MacroView.class)))
    public RestResponse<MacroView> create(@NotNull(message = "Send the macro as JSON.") @Valid MacroBody request) {
        Macro macro = service.create(request);
        return Versioned.created("/api/v1/macros/" + macro.id(), MacroView.of(macro), macro.version());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(operationId = "changeMacro", summary = "Changes a macro, or retires it")
    @APIResponse(responseCode = "200", description = "The macro as it became")
    @RequestBody(
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = MacroBody.class)))
    public RestResponse<MacroView> patch(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match") String ifMatch,
            MergePatch patch) {
        Macro macro = service.patch(id, IfMatch.required(ifMatch), patch);
        return Versioned.ok(MacroView.of(macro), macro.version());
    }
}
