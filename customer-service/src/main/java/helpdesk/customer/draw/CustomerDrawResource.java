package helpdesk.customer.draw;

import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The draws in which a customer takes part. */
@Path("/api/v1/customers/{id}/draw-entries")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Rewards")
public class CustomerDrawResource {

    private final DrawService service;

    CustomerDrawResource(DrawService service) {
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "listCustomerDrawEntries",
            summary = "The draws in which a customer takes part, and by which entry they find themselves in the list")
    public Page<CustomerDrawEntry> list(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
        return service.of(id, page);
    }
}
