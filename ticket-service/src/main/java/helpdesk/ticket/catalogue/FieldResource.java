package helpdesk.ticket.catalogue;

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

/** The fields that administrators add to tickets. */
@Path("/api/v1/ticket-fields")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION})
@Tag(name = "Catalogue", description = "What an organisation calls things: groups, categories, causes, fields")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class FieldResource {

    private final FieldService service;
    private final FieldRepository fields;

    FieldResource(FieldService service, FieldRepository fields) {
        this.service = service;
        this.fields = fields;
    }

    @GET
    @Operation(
            operationId = "listTicketFields",
            summary = "Custom fields by key",
            description = "Until the first is made here, tickets take any custom field, unchecked.")
    @APIResponse(responseCode = "200", description = "A page of fields")
    public Page<FieldView> list(@BeanParam @Valid PageRequest page) {
        return fields.page(page);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readTicketField", summary = "One custom field")
    @APIResponse(responseCode = "200", description = "The field")
    public RestResponse<FieldView> read(@PathParam("id") UUID id) {
        FieldView view = FieldView.of(service.require(id));
        return Versioned.ok(view, view.version());
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "createTicketField", summary = "Adds a field to tickets; key and kind are for good")
    @APIResponse(
            responseCode = "201",
            description = "The field, and in Location where it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FieldView.class)))
    public RestResponse<FieldView> create(@NotNull(message = "Send the field as JSON.") @Valid NewField request) {
        TicketField field = service.create(request);
        return Versioned.created("/api/v1/ticket-fields/" + field.id(), FieldView.of(field), field.version());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "changeTicketField",
            summary = "Names a field anew, changes its choices, or retires it",
            description = "Values that tickets have already stay as they are.")
    @APIResponse(responseCode = "200", description = "The field as it became")
    @RequestBody(
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = FieldPatch.class)))
    public RestResponse<FieldView> patch(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match") String ifMatch,
            MergePatch patch) {
        TicketField field = service.patch(id, IfMatch.required(ifMatch), patch);
        return Versioned.ok(FieldView.of(field), field.version());
    }
}
