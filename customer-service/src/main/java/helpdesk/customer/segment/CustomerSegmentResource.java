package helpdesk.customer.segment;

import helpdesk.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** To which segments a customer belongs. */
@Path("/api/v1/customers/{id}/segments")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Segments", description = "Customers who have something in common, kept up to date")
public class CustomerSegmentResource {

    private final SegmentQuery query;

    CustomerSegmentResource(SegmentQuery query) {
        this.query = query;
    }

    @GET
    @Operation(operationId = "listCustomerSegments", summary = "To which segments a customer belongs, by name")
    public CustomerSegments list(@PathParam("id") UUID id) {
        return new CustomerSegments(query.ofCustomer(id));
    }

    /** All of them; there are few. */
    public record CustomerSegments(List<CustomerSegment> items) {}
}
