package helpdesk.ticket.plan;

import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.problem.ProblemBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What agents have to do. */
@Path("/api/v1/agents/{agentId}/plan-steps")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Plans", description = "What will be done about a ticket, by whom, and until when")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class OwnStepResource {

    private final PlanQuery query;

    OwnStepResource(PlanQuery query) {
        this.query = query;
    }

    @GET
    @Operation(
            operationId = "listOwnPlanSteps",
            summary = "The steps that an agent has to do, over all tickets, the most pressing first")
    @APIResponse(responseCode = "200", description = "A page of steps that are not done")
    public Page<OwnStepView> list(@PathParam("agentId") UUID agentId, @BeanParam @Valid PageRequest page) {
        return query.openOf(agentId, page);
    }
}
