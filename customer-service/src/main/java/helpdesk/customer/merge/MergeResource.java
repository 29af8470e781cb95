package helpdesk.customer.merge;

import helpdesk.customer.profile.CustomerRepository;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Profiles that turned out to be of one person. */
@Path("/api/v1/customers/{id}/merges")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Customers")
public class MergeResource {

    private final MergeService service;
    private final CustomerMerges merges;
    private final CustomerRepository customers;

    MergeResource(MergeService service, CustomerMerges merges, CustomerRepository customers) {
        this.service = service;
        this.merges = merges;
        this.customers = customers;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "mergeCustomer",
            summary = "Lets another profile of the same person go on in this one",
            description =
                    "Its identities, tickets, timeline, notes, coupons and consents are this one's from then on, in all services, "
                            + "and what this one does not say is taken from it. Can be taken back for 30 days.")
    @APIResponse(
            responseCode = "201",
            description = "The merge",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CustomerMergeView.class)))
    @APIResponse(responseCode = "409", description = "customer-merged: one of them went on elsewhere already")
    public RestResponse<CustomerMergeView> merge(
            @PathParam("id") UUID id,
            @NotNull(message = "Send the profile to merge as JSON.") @Valid MergeCustomer body) {
        CustomerMergeView view = CustomerMergeView.of(service.merge(id, body));
        return Versioned.created("/api/v1/customers/" + id + "/merges/" + view.id(), view, view.version());
    }

    @GET
    @Operation(
            operationId = "listCustomerMerges",
            summary = "What was merged into a profile, the oldest first, also what was taken back")
    public Page<CustomerMergeView> list(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
        customers.requireKnown(id);
        return merges.page(id, page);
    }

    @GET
    @Path("/{mergeId}")
    @Operation(operationId = "readCustomerMerge", summary = "One merge")
    public RestResponse<CustomerMergeView> read(@PathParam("id") UUID id, @PathParam("mergeId") UUID mergeId) {
        CustomerMergeView view = CustomerMergeView.of(merges.require(id, mergeId));
        return Versioned.ok(view, view.version());
    }

    @DELETE
    @Path("/{mergeId}")
    @Operation(
            operationId = "undoCustomerMerge",
            summary = "Takes a merge back",
            description =
                    "Within 30 days. Each profile has again what was its own; what was written or changed since stays with the "
                            + "one that it was written to.")
    @APIResponse(responseCode = "204", description = "It is taken back")
    @APIResponse(responseCode = "409", description = "merge-final: it was taken back already, or is too old")
    public RestResponse<Void> undo(
            @PathParam("id") UUID id,
            @PathParam("mergeId") UUID mergeId,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match")
                    String ifMatch) {
        service.undo(id, mergeId, IfMatch.required(ifMatch));
        return RestResponse.noContent();
    }
}
