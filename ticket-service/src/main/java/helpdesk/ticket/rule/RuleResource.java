package helpdesk.ticket.rule;

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
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
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

/** What is done by itself. */
@Path("/api/v1/rules")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Rules", description = "What is done by itself: when something happens, or when time has passed")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class RuleResource {

    private final RuleService service;
    private final RuleRepository rules;
    private final Firings firings;
    private final DryRuns dryRuns;

    RuleResource(RuleService service, RuleRepository rules, Firings firings, DryRuns dryRuns) {
        this.service = service;
        this.rules = rules;
        this.firings = firings;
        this.dryRuns = dryRuns;
    }

    @GET
    @Operation(operationId = "listRules", summary = "Rules, in the order in which they act")
    @APIResponse(responseCode = "200", description = "A page of rules")
    public Page<RuleView> list(@BeanParam @Valid PageRequest page) {
        return rules.page(page);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readRule", summary = "One rule, with what it could not do last")
    @APIResponse(responseCode = "200", description = "The rule")
    public RestResponse<RuleView> read(@PathParam("id") UUID id) {
        RuleView view = rules.view(service.require(id));
        return Versioned.ok(view, view.version());
    }

    @GET
    @Path("/{id}/firings")
    @Operation(
            operationId = "listRuleFirings",
            summary = "What a rule did or could not do in 30 days, the latest first")
    @APIResponse(responseCode = "200", description = "A page of what it did")
    public Page<FiringView> firings(
            @PathParam("id") UUID id,
            @Parameter(description = "true: only what it could not do") @QueryParam("failed") @DefaultValue("false")
                    boolean failed,
            @BeanParam @Valid PageRequest page) {
        return firings.page(service.require(id).id(), failed, page);
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(
            operationId = "createRule",
            summary = "Makes a rule",
            description = "A trigger acts a second or two after something happened. An automation acts once for each "
                    + "ticket since the moment that it counts from.")
    @APIResponse(
            responseCode = "201",
            description = "The rule, and in Location where it is",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RuleView.class)))
    public RestResponse<RuleView> create(@NotNull(message = "Send the rule as JSON.") @Valid RuleBody body) {
        Rule rule = service.create(body);
        return Versioned.created("/api/v1/rules/" + rule.id(), RuleView.of(rule, null), rule.version());
    }

    @POST
    @Path("/dry-runs")
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(
            operationId = "dryRunRule",
            summary = "What a rule would have done; it does nothing",
            description =
                    "A trigger is held against what once happened to the latest tickets, as they were then; an automation "
                            + "against unclosed tickets as they are. A rule that exists, or one that is only thought of.")
    @APIResponse(responseCode = "200", description = "What it would have done")
    public DryRunView dryRun(@NotNull(message = "Send what to try as JSON.") @Valid DryRun request) {
        return dryRuns.run(request);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(
            operationId = "changeRule",
            summary = "Changes a rule",
            description = "Conditions and actions are replaced as a whole. What it has done stays done.")
    @APIResponse(responseCode = "200", description = "The rule as it became")
    @RequestBody(
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = RuleBody.class)))
    public RestResponse<RuleView> patch(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match") String ifMatch,
            MergePatch patch) {
        Rule rule = service.patch(id, IfMatch.required(ifMatch), patch);
        return Versioned.ok(rules.view(rule), rule.version());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(operationId = "deleteRule", summary = "Removes a rule", description = "What it has done stays done.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public RestResponse<Void> delete(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match")
                    String ifMatch) {
        service.delete(id, IfMatch.required(ifMatch));
        return RestResponse.noContent();
    }
}
