package helpdesk.notification.mailbox;

import helpdesk.notification.QueryParameter;
import helpdesk.platform.contact.EmailAddresses;
import helpdesk.platform.http.Streamed;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The mails that came to us, and what became of each. */
@Path("/api/v1/mails")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Mails", description = "Mails that came to the helpdesk")
public class MailResource {

    private static final String RFC_822 = "message/rfc822";

    private final MailIntake intake;
    private final MailQuery query;
    private final MailRedelivery redelivery;
    private final MailFiles files;

    MailResource(MailIntake intake, MailQuery query, MailRedelivery redelivery, MailFiles files) {
        this.intake = intake;
        this.query = query;
        this.redelivery = redelivery;
        this.files = files;
    }

    @GET
    @Operation(operationId = "listMails", summary = "Mails that came to us, the newest first, without what they say")
    public Page<MailView> list(
            @Parameter(
                            description =
                                    "One or more of received, auto_reply, loop, bounce, ignored, unparsable, too_large, separated by commas")
                    @QueryParam("state")
                    String state,
            @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) @QueryParam("ticketId")
                    String ticketId,
            @Parameter(description = "A mail address") @QueryParam("from") String from,
            @BeanParam @Valid PageRequest page) {
        MailFilter filter = new MailFilter(
                new QueryParameter("state", state).anyOf(MailState.class),
                new QueryParameter("ticketId", ticketId).uuid().orElse(null),
                new QueryParameter("from", from)
                        .value()
                        .map(EmailAddresses::normalize)
                        .orElse(null),
                false);
        return query.list(filter, page);
    }

    @POST
    @Consumes(RFC_822)
    @RolesAllowed({Roles.ADMIN, Roles.INTEGRATION})
    @Operation(
            operationId = "addMail",
            summary = "Takes a mail, as a mail server hands it to a program",
            description = "The body is the mail as it came, at most 25 MiB. The same mail sent again is taken once.")
    @APIResponse(
            responseCode = "201",
            description = "What was made of it",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = MailView.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was taken before",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = MailView.class)))
    @RequestBody(content = @Content(mediaType = RFC_822, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<MailView> add(InputStream mail) {
        byte[] bytes = bytes(mail);
        if (bytes.length == 0) {
            throw PlatformProblem.INVALID_REQUEST.at("", "Send the mail, header and all, as the body.");
        }
        TakenMail taken = intake.take(bytes);
        MailView view = query.sent(taken.id());
        return taken.fresh()
                ? Versioned.created("/api/v1/mails/" + view.id(), view, view.version())
                : Versioned.ok(view, view.version());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readMail", summary = "One mail, with what it says")
    public RestResponse<MailView> read(@PathParam("id") UUID id) {
        MailView mail = query.read(id);
        return Versioned.ok(mail, mail.version());
    }

    @GET
    @Path("/{id}/raw")
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Produces(RFC_822)
    @Operation(operationId = "readRawMail", summary = "The mail as it came; of one that is too large, its header")
    @APIResponse(
            responseCode = "200",
            description = "The bytes",
            content = @Content(mediaType = RFC_822, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<Streamed> raw(@PathParam("id") UUID id) {
        query.read(id);
        return download(new Streamed(out -> files.writeRaw(id, out)), RFC_822, id + ".eml");
    }

    @GET
    @Path("/{id}/attachments/{number}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            operationId = "readMailAttachment",
            summary = "A file that came with a mail, as a download",
            description = "What would do something where it is opened comes as application/octet-stream.")
    @APIResponse(
            responseCode = "200",
            description = "The bytes",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<Streamed> file(@PathParam("id") UUID id, @PathParam("number") int number) {
        MailAttachmentView file = query.file(id, number);
        return download(
                new Streamed(out -> files.writeFile(id, number, out)),
                file.harmful() ? MediaType.APPLICATION_OCTET_STREAM : file.contentType(),
                file.name());
    }

    @POST
    @Path("/{id}/redeliveries")
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Idempotent
    @Operation(
            operationId = "redeliverMail",
            summary = "Reads a mail again, and takes it for what a person wrote",
            description = "After a false alarm. One that still cannot be read, or that nobody can answer, says why.")
    @APIResponse(
            responseCode = "202",
            description = "What was made of it",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = MailView.class)))
    @APIResponse(responseCode = "409", description = "mail-taken, or mail-not-here")
    public RestResponse<MailView> redeliver(@PathParam("id") UUID id) {
        redelivery.redeliver(id);
        return RestResponse.status(RestResponse.Status.ACCEPTED, query.read(id));
    }

    /** Always as something to be saved, never as something to be shown or run where it came from. */
    private static RestResponse<Streamed> download(Streamed bytes, String type, String name) {
        return ResponseBuilder.ok(bytes)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + encoded(name))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    /** As RFC 8187 wants it. */
    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }

    private static byte[] bytes(InputStream mail) {
        try {
            return mail.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
