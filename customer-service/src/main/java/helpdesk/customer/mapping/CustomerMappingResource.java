package helpdesk.customer.mapping;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.mapping.MappingFailures;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What events of other systems tell of customers. */
@Path("/api/v1/customer-mappings")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Customer mappings", description = "What events of other systems tell of customers")
public class CustomerMappingResource {

    private final CustomerMappingService service;
    private final MappingFailures failures;
    private final CustomerMappingTrials trials;

    CustomerMappingResource(CustomerMappingService service, MappingFailures failures, CustomerMappingTrials trials) {
        this.service = service;
        this.failures = failures;
        this.trials = trials;
    }

    @GET
    @Operation(operationId = "listCustomerMappings", summary = "Mappings of events to customers, the oldest first")
    @APIResponse(responseCode = "200", description = "A page of mappings")
    public Page<CustomerMappingView> list(@BeanParam @Valid PageRequest page) {
        return service.list(page, mapping -> CustomerMappingView.of(mapping, null));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readCustomerMapping", summary = "One mapping, with what it could not do last")
    @APIResponse(responseCode = "200", description = "The mapping")
    public RestResponse<CustomerMappingView> read(@PathParam("id") UUID id) {
        return ok(service.require(id));
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "createCustomerMapping",
            summary = "Makes a mapping",
            description =
                    "Events that come from now on are held against all active mappings, each for itself. As long as the "
                            + "ticket of a key is not solved, no event with that key opens another.")
    @APIResponse(
            responseCode = "201",
            description = "The mapping, and in Location where it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CustomerMappingView.class)))
    public RestResponse<CustomerMappingView> create(
            @NotNull(message = "Send the mapping as JSON.") @Valid CustomerMappingBody body) {
        CustomerMapping mapping = service.create(body);
        return Versioned.created(
                "/api/v1/customer-mappings/" + mapping.id(),
                CustomerMappingView.of(mapping, List.of()),
                mapping.version());
    }

    @POST
    @Path("/dry-runs")
    @Operation(
            operationId = "dryRunCustomerMappings",
            summary = "How mappings would read an event; nothing is stored",
            description =
                    "With what each path finds. One mapping that exists or is only thought of, or all that are active.")
    @APIResponse(responseCode = "200", description = "How they would read it")
    public CustomerMappingTrialView dryRun(
            @NotNull(message = "Send what to try as JSON.") @Valid CustomerMappingTrial trial) {
        return trials.run(trial);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @Operation(
            operationId = "changeCustomerMapping",
            summary = "Changes a mapping",
            description = "Lists are replaced as a whole. What it told of customers stays.")
    @APIResponse(responseCode = "200", description = "The mapping as it became")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = CustomerMappingBody.class)))
    public RestResponse<CustomerMappingView> patch(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match") String ifMatch,
            MergePatch patch) {
        return ok(service.change(id, IfMatch.required(ifMatch), patch));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteCustomerMapping",
            summary = "Removes a mapping",
            description = "What it told of customers stays.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public RestResponse<Void> delete(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match")
                    String ifMatch) {
        service.delete(id, IfMatch.required(ifMatch));
        return RestResponse.noContent();
    }

    private RestResponse<CustomerMappingView> ok(CustomerMapping mapping) {
        return Versioned.ok(
                CustomerMappingView.of(
                        mapping, failures.latest(List.of(mapping.id())).getOrDefault(mapping.id(), List.of())),
                mapping.version());
    }
}
