package helpdesk.ticket.request;

import helpdesk.platform.http.Streamed;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.problem.ProblemBody;
import helpdesk.ticket.attachment.AttachmentService;
import helpdesk.ticket.attachment.AttachmentView;
import helpdesk.ticket.attachment.RequesterFiles;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

/** The files of a request, by its link. */
@Path("/api/v1/requests/{token}/attachments")
@PermitAll
@Tag(name = "Requests", description = "The public form and the requester's own link; no account needed")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class RequestFileResource {

    private final AttachmentService attachments;
    private final RequesterFiles files;
    private final RequestLinks links;

    RequestFileResource(AttachmentService attachments, RequesterFiles files, RequestLinks links) {
        this.attachments = attachments;
        this.files = files;
        this.links = links;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "addRequestAttachment",
            summary = "The requester sends a file",
            description =
                    "The body is the file, at most 25 MiB. Programs, scripts, web pages, and files that pretend to be "
                            + "something else are refused with 415. The same file sent again is kept once.")
    @APIResponse(
            responseCode = "201",
            description = "The file, and in Location where it can be fetched",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PublicFile.class)))
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<PublicFile> attach(
            @PathParam("token") String token,
            @Parameter(description = "The name of the file, for example picture.png", required = true)
                    @QueryParam("name")
                    String name,
            InputStream file) {
        PublicFile view = PublicFile.of(attachments.receiveFromRequester(links.open(token), name, file));
        // A file never changes.
        return Versioned.created("/api/v1/requests/" + token + "/attachments/" + view.id(), view, 0);
    }

    @GET
    @Operation(operationId = "listRequestAttachments", summary = "The files that the requester may have, oldest first")
    @APIResponse(responseCode = "200", description = "A page of files")
    public Page<PublicFile> attachments(@PathParam("token") String token, @BeanParam @Valid PageRequest page) {
        Page<AttachmentView> found = files.page(links.open(token), page);
        return new Page<>(found.items().stream().map(PublicFile::of).toList(), found.next(), null);
    }

    @GET
    @Path("/{attachmentId}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(operationId = "downloadRequestAttachment", summary = "The file itself, as a download")
    @APIResponse(
            responseCode = "200",
            description = "The bytes",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<Streamed> download(
            @PathParam("token") String token, @PathParam("attachmentId") UUID attachmentId) {
        return files.download(links.open(token), attachmentId);
    }
}
