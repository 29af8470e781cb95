package helpdesk.gateway.privacy;

import helpdesk.platform.http.Streamed;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.request.RequestIds;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** All that is held on a person, anywhere (GDPR articles 15 and 20). */
@Path("/api/v1/customers/{id}/personal-data")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Privacy", description = "What is held on people, and how they are forgotten")
public class PersonalArchiveResource {

    private static final String ZIP = "application/zip";

    private final PersonalArchives archives;
    private final CurrentVertxRequest http;
    private final RequestIds requestIds;

    PersonalArchiveResource(PersonalArchives archives, CurrentVertxRequest http, RequestIds requestIds) {
        this.archives = archives;
        this.http = http;
        this.requestIds = requestIds;
    }

    @GET
    @Produces(ZIP)
    @Operation(
            operationId = "readPersonalData",
            summary = "All that is held on a customer, as one ZIP archive with a folder for each service",
            description = "Nothing is sent before the parts of all services are there: it is all or nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The archive",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "503", description = "A service is away; it is named")
    @APIResponse(responseCode = "507", description = "It is larger than an archive may be")
    public RestResponse<Streamed> read(@PathParam("id") UUID customer) {
        PersonalArchives.Gathered gathered = archives.gather(customer, caller());
        // Also when it is never read, because whoever asked is gone.
        http.getCurrent().addEndHandler(done -> gathered.close());
        Streamed whole = new Streamed(out -> {
            try (gathered) {
                gathered.writeTo(out);
            }
        });
        return ResponseBuilder.ok(whole, ZIP)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"personal-data-" + customer + ".zip\"")
                .build();
    }

    private Caller caller() {
        return new Caller(
                http.getCurrent().request().getHeader(HttpHeaders.AUTHORIZATION), requestIds.of(http.getCurrent()));
    }
}
