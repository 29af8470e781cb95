package helpdesk.customer.duplicate;

import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Profiles that may be of one person. */
@Path("/api/v1/customer-duplicates")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Customers")
public class DuplicateResource {

    private final Duplicates duplicates;

    DuplicateResource(Duplicates duplicates) {
        this.duplicates = duplicates;
    }

    @GET
    @Operation(
            operationId = "listDuplicates",
            summary = "Pairs of profiles that may be of one person, the likeliest first",
            description =
                    "Found moments after a profile is made or changed. Merge them, or dismiss the suggestion: then it does not "
                            + "come again.")
    public Page<DuplicateView> list(
            @Parameter(description = "Only those with this customer") @QueryParam("customerId") UUID customerId,
            @BeanParam @Valid PageRequest page) {
        return duplicates.page(customerId, page);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "dismissDuplicate", summary = "They are two persons: not to be suggested again")
    @APIResponse(responseCode = "204", description = "It is dismissed")
    public RestResponse<Void> dismiss(@PathParam("id") UUID id) {
        duplicates.dismiss(id);
        return RestResponse.noContent();
    }
}
