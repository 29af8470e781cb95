package helpdesk.customer.transfer;

import helpdesk.customer.CustomerProblem;
import helpdesk.platform.http.Streamed;
import helpdesk.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Profiles for elsewhere. */
@Path("/api/v1/customer-export")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
@Tag(name = "Import and export")
public class ExportResource {

    private final ExportedCustomers customers;

    ExportResource(ExportedCustomers customers) {
        this.customers = customers;
    }

    @GET
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            operationId = "exportCustomers",
            summary = "Profiles as comma-separated values",
            description =
                    "In the columns that an import takes. Streamed, some profiles at a time: each is as it was when its "
                            + "turn came. What a spreadsheet would take for a formula has an apostrophe before it; an import takes it away.")
    @APIResponse(
            responseCode = "200",
            description = "A line of names, and a line for each customer",
            content = @Content(mediaType = CustomerCsv.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "422", description = "unknown-segment")
    public RestResponse<Streamed> export(
            @Parameter(description = "Only those who belong to this segment") @QueryParam("segmentId") UUID segment) {
        if (segment != null && !customers.isSegment(segment)) {
            throw CustomerProblem.UNKNOWN_SEGMENT.at("?segmentId", "See GET /api/v1/segments.");
        }
        return CustomerCsv.answer("customers.csv", out -> customers.write(segment, out));
    }
}
