package helpdesk.ticket.attachment;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.Streamed;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.problem.ProblemBody;
import helpdesk.ticket.ticketing.CurrentAuthor;
import helpdesk.ticket.ticketing.TicketRepository;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The files of tickets, for staff and integrations. */
@Path("/api/v1/tickets/{id}/attachments")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION})
@Tag(name = "Conversation", description = "Public replies, internal notes, calls and files")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class AttachmentResource {

    /** A file never changes; who may have it does, which is no matter of versions. */
    private static final long VERSION = 0;

    private final AttachmentService service;
    private final AttachmentRepository attachments;
    private final TicketRepository tickets;
    private final CurrentAuthor author;
    private final Download download;

    AttachmentResource(
            AttachmentService service,
            AttachmentRepository attachments,
            TicketRepository tickets,
            CurrentAuthor author,
            Download download) {
        this.service = service;
        this.attachments = attachments;
        this.tickets = tickets;
        this.author = author;
        this.download = download;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "addAttachment",
            summary = "Sends a file to a ticket",
            description =
                    "The body is the file, at most 25 MiB. It is for the staff until a public comment names it. What "
                            + "it is, its content says: programs, scripts, web pages, and files that pretend to be something else are "
                            + "refused with 415. The same file sent again is kept once.")
    @APIResponse(
            responseCode = "201",
            description = "The file, and in Location where it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AttachmentView.class)))
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<AttachmentView> add(
            @PathParam("id") String id,
            @Parameter(description = "The name of the file, for example report.pdf", required = true)
                    @QueryParam("name")
                    String name,
            InputStream file) {
        UUID ticket = tickets.require(id).id();
        AttachmentView view = service.receive(ticket, name, file, author.get());
        return Versioned.created("/api/v1/tickets/" + ticket + "/attachments/" + view.id(), view, VERSION);
    }

    @GET
    @Operation(operationId = "listAttachments", summary = "The files of a ticket, oldest first")
    @APIResponse(responseCode = "200", description = "A page of files")
    public Page<AttachmentView> list(@PathParam("id") String id, @BeanParam @Valid PageRequest page) {
        return attachments.page(tickets.require(id).id(), page);
    }

    @GET
    @Path("/{attachmentId}")
    @Operation(operationId = "readAttachment", summary = "What is known of one file")
    @APIResponse(responseCode = "200", description = "The file, without its content")
    public RestResponse<AttachmentView> read(@PathParam("id") String id, @PathParam("attachmentId") UUID attachmentId) {
        return Versioned.ok(
                AttachmentView.of(attachments.require(tickets.require(id).id(), attachmentId)), VERSION);
    }

    @GET
    @Path("/{attachmentId}/content")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(operationId = "downloadAttachment", summary = "The file itself, as a download")
    @APIResponse(
            responseCode = "200",
            description = "The bytes",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<Streamed> download(@PathParam("id") String id, @PathParam("attachmentId") UUID attachmentId) {
        return download.of(attachments.require(tickets.require(id).id(), attachmentId));
    }

    @DELETE
    @Path("/{attachmentId}")
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
    @Operation(
            operationId = "removeAttachment",
            summary = "Takes a file away that no comment names",
            description = "One that is part of what was said stays: 409.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public RestResponse<Void> remove(
            @PathParam("id") String id,
            @PathParam("attachmentId") UUID attachmentId,
            @Parameter(description = "The ETag that was read, or *", required = true) @HeaderParam("If-Match")
                    String ifMatch) {
        IfMatch.required(ifMatch).require(VERSION);
        service.remove(tickets.require(id).id(), attachmentId);
        return RestResponse.noContent();
    }
}
