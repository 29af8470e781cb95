package helpdesk.ticket.agent;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.problem.ProblemBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

/** The people who work on tickets. */
@Path("/api/v1/agents")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Agents", description = "The people who work on tickets")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class AgentResource {

    private static final String LIST = "agents";

    private final AgentService service;
    private final AgentRepository agents;
    private final Cursors cursors;

    AgentResource(AgentService service, AgentRepository agents, Cursors cursors) {
        this.service = service;
        this.agents = agents;
        this.cursors = cursors;
    }

    @GET
    @Operation(
            operationId = "listAgents",
            summary = "Agent profiles by name",
            description = "One appears, with the account's id, for each account with a working role.")
    @APIResponse(responseCode = "200", description = "A page of profiles")
    public Page<AgentView> list(@BeanParam @Valid PageRequest page) {
        List<String> after = cursors.open(page.after(), LIST);
        List<Agent> found = after.isEmpty()
                ? agents.listByName(null, null, page.limitPlusOne())
                : agents.listByName(after.get(0), UUID.fromString(after.get(1)), page.limitPlusOne());
        return Page.of(
                found,
                page.limit(),
                AgentView::of,
                last -> cursors.seal(List.of(last.name(), last.id().toString()), LIST));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readAgent", summary = "One agent's profile")
    @APIResponse(responseCode = "200", description = "The profile")
    public RestResponse<AgentView> read(@PathParam("id") UUID id) {
        Agent agent = agents.findByIdOptional(id).orElseThrow(() -> AgentService.unknown(id));
        return Versioned.ok(AgentView.of(agent), agent.version());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @Operation(
            operationId = "changeAgent",
            summary = "Changes title, tier, languages, skills or presence",
            description = "Supervisors and administrators change all; agents their own presence.")
    @APIResponse(responseCode = "200", description = "The profile as it became")
    @RequestBody(
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = AgentPatch.class)))
    public RestResponse<AgentView> patch(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match") String ifMatch,
            MergePatch patch) {
        Agent agent = service.patch(id, IfMatch.required(ifMatch), patch);
        return Versioned.ok(AgentView.of(agent), agent.version());
    }
}
