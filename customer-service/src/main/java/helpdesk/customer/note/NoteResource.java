package helpdesk.customer.note;

import helpdesk.customer.profile.CustomerRepository;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Notes on a customer, for colleagues. */
@Path("/api/v1/customers/{id}/notes")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Customers")
public class NoteResource {

    private final NoteService service;
    private final Notes notes;
    private final CustomerRepository customers;
    private final Cursors cursors;

    NoteResource(NoteService service, Notes notes, CustomerRepository customers, Cursors cursors) {
        this.service = service;
        this.notes = notes;
        this.customers = customers;
        this.cursors = cursors;
    }

    @GET
    @Operation(operationId = "listNotes", summary = "Notes on a customer, the newest first")
    public Page<NoteView> list(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
        customers.require(id);
        String list = "notes " + id;
        List<String> after = cursors.open(page.after(), list);
        return Page.of(
                notes.list(id, after.isEmpty() ? null : UUID.fromString(after.getFirst()), page.limitPlusOne()),
                page.limit(),
                NoteView::of,
                last -> cursors.seal(List.of(last.id().toString()), list));
    }

    @GET
    @Path("/{note}")
    @Operation(operationId = "readNote", summary = "One note")
    public RestResponse<NoteView> read(@PathParam("id") UUID id, @PathParam("note") UUID note) {
        return ok(service.require(id, note));
    }

    @POST
    @Idempotent
    @Operation(operationId = "createNote", summary = "Takes a note on a customer")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NoteBody.class, requiredProperties = "body")))
    @APIResponse(
            responseCode = "201",
            description = "The note",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = NoteView.class)))
    public RestResponse<NoteView> create(
            @PathParam("id") UUID id, @NotNull(message = "Send the note as JSON.") @Valid NoteBody body) {
        CustomerNote note = service.create(id, body);
        return Versioned.created("/api/v1/customers/" + id + "/notes/" + note.id(), NoteView.of(note), note.version());
    }

    @PATCH
    @Path("/{note}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @Operation(operationId = "changeNote", summary = "Changes a note")
    @RequestBody(
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = NoteBody.class)))
    @APIResponse(responseCode = "200", description = "The note as it became")
    public RestResponse<NoteView> change(
            @PathParam("id") UUID id,
            @PathParam("note") UUID note,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match") String ifMatch,
            MergePatch patch) {
        return ok(service.change(id, note, IfMatch.required(ifMatch), patch));
    }

    @DELETE
    @Path("/{note}")
    @Operation(operationId = "deleteNote", summary = "Removes a note")
    @APIResponse(responseCode = "204", description = "Removed")
    public void delete(
            @PathParam("id") UUID id,
            @PathParam("note") UUID note,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match")
                    String ifMatch) {
        service.delete(id, note, IfMatch.required(ifMatch));
    }

    private static RestResponse<NoteView> ok(CustomerNote note) {
        return Versioned.ok(NoteView.of(note), note.version());
    }
}
