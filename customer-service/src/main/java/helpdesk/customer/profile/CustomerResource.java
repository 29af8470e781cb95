package helpdesk.customer.profile;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The customers and their profiles. */
@Path("/api/v1/customers")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION})
@Tag(name = "Customers", description = "Customers as persons, known by name")
public class CustomerResource {

    private final CustomerService service;
    private final CustomerRepository customers;
    private final Cursors cursors;

    CustomerResource(CustomerService service, CustomerRepository customers, Cursors cursors) {
        this.service = service;
        this.customers = customers;
        this.cursors = cursors;
    }

    @POST
    @Idempotent
    @Operation(operationId = "createCustomer", summary = "Makes a profile")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CustomerDetails.class, requiredProperties = "name")))
    @APIResponse(
            responseCode = "201",
            description = "The profile, and in Location where it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CustomerView.class)))
    @APIResponse(responseCode = "409", description = "identity-taken: the errors name what another customer has")
    public RestResponse<CustomerView> create(
            @NotNull(message = "Send the profile as JSON.") @Valid CustomerDetails details) {
        Customer customer = service.create(details);
        return Versioned.created("/api/v1/customers/" + customer.id(), CustomerView.of(customer), customer.version());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readCustomer", summary = "One profile")
    public RestResponse<CustomerView> read(@PathParam("id") UUID id) {
        Customer customer = customers.requireKnown(id);
        return Versioned.ok(CustomerView.of(customer), customer.version());
    }

    @GET
    @Operation(
            operationId = "listCustomers",
            summary = "Customers, the newest first",
            description =
                    "With an email, phone or handle: those customers who have any of them. See contact-cards for all that "
                            + "is good to know of somebody who calls.")
    public Page<CustomerView> list(
            @BeanParam @Valid LookupRequest identities,
            @Parameter(description = "Only those of this organisation") @QueryParam("organizationId")
                    UUID organizationId,
            @Parameter(description = "Only those whom this agent cares for") @QueryParam("accountManagerId")
                    UUID accountManagerId,
            @BeanParam @Valid PageRequest page,
            @Context UriInfo address) {
        requireWritten(address);
        Lookup lookup = identities.lookup().among(organizationId, accountManagerId);
        String list = "customers" + lookup.parameters();
        Optional<UUID> olderThan =
                cursors.open(page.after(), list).stream().findFirst().map(UUID::fromString);
        return Page.of(
                customers.newest(lookup, olderThan, page.limitPlusOne()),
                page.limit(),
                CustomerView::of,
                last -> cursors.seal(List.of(last.id().toString()), list));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @Operation(
            operationId = "changeCustomer",
            summary = "Changes a profile",
            description = "A list is replaced as a whole; null removes a field.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = CustomerDetails.class)))
    @APIResponse(responseCode = "200", description = "The profile as it became")
    @APIResponse(responseCode = "409", description = "identity-taken: the errors name what another customer has")
    public RestResponse<CustomerView> change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, MergePatch patch) {
        Customer customer = service.change(id, IfMatch.required(ifMatch), patch);
        return Versioned.ok(CustomerView.of(customer), customer.version());
    }

    /** Whoever looks for an identity that is empty by mistake must not be shown everybody. */
    private static void requireWritten(UriInfo address) {
        for (String name : List.of("email", "phone", "handle", "organizationId", "accountManagerId")) {
            if (address.getQueryParameters().getOrDefault(name, List.of()).contains("")) {
                throw PlatformProblem.INVALID_PARAMETER.at(
                        "?" + name, "Write whom to look for, or leave the parameter %s out.", name);
            }
        }
    }
}
