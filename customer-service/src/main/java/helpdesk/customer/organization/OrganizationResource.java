package helpdesk.customer.organization;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.text.PlainText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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

/** The organisations that customers belong to. */
@Path("/api/v1/organizations")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION})
@Tag(name = "Organizations")
public class OrganizationResource {

    private final OrganizationService service;
    private final Organizations organizations;
    private final Cursors cursors;

    OrganizationResource(OrganizationService service, Organizations organizations, Cursors cursors) {
        this.service = service;
        this.organizations = organizations;
        this.cursors = cursors;
    }

    @GET
    @Transactional
    @Operation(operationId = "listOrganizations", summary = "Organisations, by name")
    public Page<OrganizationView> list(
            @Parameter(description = "How the name begins, in capitals or not")
                    @QueryParam("name")
                    @Size(max = 200, message = "A name has at most 200 characters.")
                    @PlainText
                    String name,
            @BeanParam @Valid PageRequest page) {
        String list = "organizations " + name;
        Optional<OrganizationPlace> behind = OrganizationPlace.read(cursors.open(page.after(), list));
        return Page.of(
                organizations.list(name, behind, page.limitPlusOne()),
                page.limit(),
                OrganizationView::of,
                last -> cursors.seal(OrganizationPlace.of(last).values(), list));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "readOrganization", summary = "One organisation")
    public RestResponse<OrganizationView> read(@PathParam("id") UUID id) {
        return ok(service.require(id));
    }

    @POST
    @Idempotent
    @Transactional
    @Operation(operationId = "createOrganization", summary = "Makes an organisation")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OrganizationBody.class, requiredProperties = "name")))
    @APIResponse(
            responseCode = "201",
            description = "The organisation, and in Location where it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OrganizationView.class)))
    @APIResponse(responseCode = "409", description = "name-taken or domain-taken")
    public RestResponse<OrganizationView> create(
            @NotNull(message = "Send the organisation as JSON.") @Valid OrganizationBody body) {
        Organization organization = service.create(body);
        return Versioned.created(
                "/api/v1/organizations/" + organization.id(),
                OrganizationView.of(organization),
                organization.version());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @Transactional
    @Operation(operationId = "changeOrganization", summary = "Changes an organisation; its customers stay with it")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = OrganizationBody.class)))
    @APIResponse(responseCode = "200", description = "The organisation as it became")
    @APIResponse(responseCode = "409", description = "name-taken or domain-taken")
    public RestResponse<OrganizationView> change(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match") String ifMatch,
            MergePatch patch) {
        return ok(service.change(id, IfMatch.required(ifMatch), patch));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(operationId = "deleteOrganization", summary = "Removes an organisation that nobody belongs to")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "409", description = "organization-in-use: customers belong to it")
    public void delete(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match")
                    String ifMatch) {
        service.delete(id, IfMatch.required(ifMatch));
    }

    private static RestResponse<OrganizationView> ok(Organization organization) {
        return Versioned.ok(OrganizationView.of(organization), organization.version());
    }
}
