package helpdesk.ticket.servicelevel;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.problem.ProblemBody;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What is promised to whom. */
@Path("/api/v1/service-level-policies")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION})
@Tag(name = "Service levels", description = "When people are there, and what is promised")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class PolicyResource {

    private final PolicyService service;
    private final PolicyRepository policies;

    PolicyResource(PolicyService service, PolicyRepository policies) {
        this.service = service;
        this.policies = policies;
    }

    @GET
    @Operation(operationId = "listServiceLevelPolicies", summary = "Policies, in the order in which they are asked")
    @APIResponse(responseCode = "200", description = "A page of policies")
    public Page<PolicyView> list(@BeanParam @Valid PageRequest page) {
        return policies.page(page);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readServiceLevelPolicy", summary = "One policy")
    @APIResponse(responseCode = "200", description = "The policy")
    public RestResponse<PolicyView> read(@PathParam("id") UUID id) {
        PolicyView view = PolicyView.of(service.require(id));
        return Versioned.ok(view, view.version());
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(
            operationId = "createServiceLevelPolicy",
            summary = "Makes a policy",
            description = "Clocks that run are judged by it one after the other. What has passed stays as it was.")
    @APIResponse(
            responseCode = "201",
            description = "The policy, and in Location where it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PolicyView.class)))
    public RestResponse<PolicyView> create(@NotNull(message = "Send the policy as JSON.") @Valid PolicyBody body) {
        ServiceLevelPolicy policy = service.create(body);
        return Versioned.created(
                "/api/v1/service-level-policies/" + policy.id(), PolicyView.of(policy), policy.version());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(
            operationId = "changeServiceLevelPolicy",
            summary = "Changes a policy",
            description =
                    "Conditions and targets are replaced as a whole. Clocks that run are judged by it one after the other: time "
                            + "that counted stays counted, and what has passed stays as it was.")
    @APIResponse(responseCode = "200", description = "The policy as it became")
    @RequestBody(
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = PolicyBody.class)))
    public RestResponse<PolicyView> patch(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match") String ifMatch,
            MergePatch patch) {
        ServiceLevelPolicy policy = service.patch(id, IfMatch.required(ifMatch), patch);
        return Versioned.ok(PolicyView.of(policy), policy.version());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(
            operationId = "deleteServiceLevelPolicy",
            summary = "Removes a policy",
            description = "Its tickets are judged by the next policy whose conditions hold.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public RestResponse<Void> delete(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match")
                    String ifMatch) {
        service.delete(id, IfMatch.required(ifMatch));
        return RestResponse.noContent();
    }
}
