package helpdesk.platform.note;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.annotation.Nullable;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/notes")
@RolesAllowed(Roles.AGENT)
public class NoteResource {

    private final NoteService service;
    private final Notes notes;
    private final Cursors cursors;
    private final Gate gate;

    NoteResource(NoteService service, Notes notes, Cursors cursors, Gate gate) {
        this.service = service;
        this.notes = notes;
        this.cursors = cursors;
        this.gate = gate;
    }

    @POST
    @Idempotent
    public RestResponse<NoteView> write(@Valid WriteNote request) {
        NoteView view = NoteView.of(service.write(request.text(), request.custom()));
        gate.pass(request.text());
        return Versioned.created("/api/v1/notes/" + view.id(), view, view.version());
    }

    @POST
    @Path("/bulk")
    @Idempotent
    public RestResponse<List<NoteView>> writeMany(
            @Size(max = 2, message = "At most 2.") List<@Valid WriteNote> requests) {
        return RestResponse.ok(requests.stream()
                .map(request -> NoteView.of(service.write(request.text())))
                .toList());
    }

    @POST
    @Path("/optional")
    public String optional(@Nullable WriteNote request) {
        return request == null ? "\"none\"" : "\"some\"";
    }

    @POST
    @Path("/open")
    @PermitAll
    @Idempotent
    public RestResponse<NoteView> writeOpenly(@Valid WriteNote request) {
        return RestResponse.ok(NoteView.of(service.write(request.text())));
    }

    @GET
    @Path("/{id}")
    public RestResponse<NoteView> read(@PathParam("id") UUID id) {
        Note note = notes.findByIdOptional(id).orElseThrow(() -> PlatformProblem.NOT_FOUND.problem("No such note."));
        return Versioned.ok(NoteView.of(note), note.version());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    public RestResponse<NoteView> patch(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, MergePatch patch) {
        Note note = service.patch(id, patch, IfMatch.required(ifMatch));
        return Versioned.ok(NoteView.of(note), note.version());
    }

    @GET
    public Page<NoteView> list(
            @BeanParam @Valid PageRequest page,
            @QueryParam("kind") NoteKind kind,
            @QueryParam("since") Instant since,
            @QueryParam("author") UUID author,
            @QueryParam("q") @Size(max = 20, message = "Search for at most 20 characters.") String text) {
        String list = "notes/" + kind;
        List<String> after = cursors.open(page.after(), list);
        return Page.of(
                notes.after(after.isEmpty() ? null : UUID.fromString(after.getFirst()), page.limitPlusOne()),
                page.limit(),
                NoteView::of,
                last -> cursors.seal(List.of(last.id().toString()), list));
    }

    @GET
    @Path("/count")
    public long count(@QueryParam("text") String text) {
        return notes.count("text = ?1", text);
    }

    @POST
    @Path("/failures/{kind}")
    @Idempotent
    public RestResponse<Void> fail(@PathParam("kind") String kind, WriteNote request) {
        switch (kind) {
            case "unexpected" ->
                service.writeAndFail(
                        request.text(),
                        new IllegalStateException("select * from secret at helpdesk.platform.note.Note"));
            case "problem" ->
                service.writeAndFail(request.text(), PlatformProblem.CONFLICT.problem("It was there already."));
            case "error" -> throw new StackOverflowError("too deep");
            case "wordless" -> throw new IllegalArgumentException(null, null);
            case "returned" -> {
                service.write(request.text());
                return RestResponse.status(RestResponse.Status.CONFLICT);
            }
            case "commit" -> service.writeAndBreakCommit(request.text());
            default -> throw PlatformProblem.NOT_FOUND.problem("No such failure.");
        }
        return RestResponse.noContent();
    }

    @GET
    @Path("/unwritable")
    public Object unwritable() {
        return new Object() {
            @SuppressWarnings("unused")
            public String getText() {
                throw new IllegalStateException("helpdesk.platform.note.Secret");
            }
        };
    }
}
