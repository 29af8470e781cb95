package helpdesk.customer.transfer;

import helpdesk.platform.http.Streamed;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.net.URI;
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

/** Profiles from elsewhere. */
@Path("/api/v1/customer-imports")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
@Tag(name = "Import and export", description = "Profiles from elsewhere, and for elsewhere")
public class ImportResource {

    private final ImportService service;

    ImportResource(ImportService service) {
        this.service = service;
    }

    @POST
    @Consumes(CustomerCsv.MEDIA_TYPE)
    @Operation(
            operationId = "importCustomers",
            summary = "Takes over up to 100,000 profiles from comma-separated values",
            description =
                    "UTF-8, RFC 4180, at most 25 MiB; the first line names the columns: name, preferredName, pronunciation, timeZone, "
                            + "birthday, cultureNotes, accessibilityNeeds, preferredChannel, emails, phones, languages, handles (network:handle), "
                            + "organization (its name), doNotContact, customFields. with a key. Several are separated by semicolons; an "
                            + "empty cell says nothing. Whoever is recognised by an address, a number or a handle is known.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = CustomerCsv.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.STRING),
                            example = "name,emails,phones\nAmara Okafor,amara@example.org,+447700900142\n"))
    @APIResponse(
            responseCode = "202",
            description = "It has begun; Location tells how far it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "409", description = "too-many-imports")
    public RestResponse<ImportView> receive(
            @Parameter(description = "true: only tells what it would do") @QueryParam("dryRun") @DefaultValue("false")
                    boolean dryRun,
            @Parameter(
                            description =
                                    "update: what the file says of known customers counts; skip: they stay as they are")
                    @QueryParam("known")
                    @DefaultValue("update")
                    String known,
            InputStream file) {
        ImportView begun = service.receive(file, dryRun, known);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, begun)
                .location(URI.create("/api/v1/customer-imports/" + begun.id()))
                .build();
    }

    @GET
    @Operation(operationId = "listImports", summary = "Imports of the last 30 days, the newest first")
    public Page<ImportView> list(@BeanParam @Valid PageRequest page) {
        return service.list(page);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readImport", summary = "How far an import is")
    public ImportView read(@PathParam("id") UUID id) {
        return service.read(id);
    }

    @GET
    @Path("/{id}/rows")
    @Operation(operationId = "listImportedRows", summary = "What became of each row, in order")
    public Page<RowView> rows(
            @PathParam("id") UUID id,
            @Parameter(description = "created, updated, unchanged, skipped or failed") @QueryParam("outcome")
                    String outcome,
            @BeanParam @Valid PageRequest page) {
        return service.rows(id, outcome, page);
    }

    @GET
    @Path("/{id}/report.csv")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(operationId = "readImportReport", summary = "The same as comma-separated values")
    @APIResponse(
            responseCode = "200",
            description = "row, outcome, customerId, problems",
            content = @Content(mediaType = CustomerCsv.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<Streamed> report(@PathParam("id") UUID id) {
        service.read(id);
        return CustomerCsv.answer(
                "import.csv",
                out -> CustomerCsv.writeReport(out, after -> service.report(id, after, CustomerCsv.ROWS_AT_ONCE)));
    }

    @POST
    @Path("/{id}/cancellation")
    @Idempotent
    @Operation(operationId = "cancelImport", summary = "Stops an import; what was taken over stays")
    @APIResponse(
            responseCode = "201",
            description = "The import as it ended",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "409", description = "import-ended")
    public RestResponse<ImportView> cancel(@PathParam("id") UUID id) {
        return RestResponse.status(RestResponse.Status.CREATED, service.cancel(id));
    }
}
