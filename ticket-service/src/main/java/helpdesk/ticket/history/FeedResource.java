package helpdesk.ticket.history;

import helpdesk.platform.identity.Roles;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.ProblemBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The changes of all tickets, for those who keep a copy of their own. */
@Path("/api/v1/ticket-changes")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION})
@Tag(name = "Tickets", description = "Requests of customers, from the first word to the last")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class FeedResource {

    private final ChangeFeed feed;

    FeedResource(ChangeFeed feed) {
        this.feed = feed;
    }

    @GET
    @Operation(
            operationId = "listTicketChanges",
            summary = "Every change of every ticket, from a cursor on",
            description =
                    "Keep next and ask again with it: no change is skipped and none comes twice, however many write at the "
                            + "same time. Changes come in the order of their transactions, which is not always that of "
                            + "the versions of one ticket: keep what the highest version says. "
                            + "The newest may be held back for as long as an older transaction runs.")
    @APIResponse(responseCode = "200", description = "The changes behind the cursor")
    public FeedPage list(
            @Parameter(description = "The next of the former answer; when left out, the beginning") @QueryParam("after")
                    String after,
            @Parameter(description = "now: no changes, only the cursor of the present end") @QueryParam("from")
                    String from,
            @Parameter(description = "How many at most, 1–500")
                    @QueryParam("limit")
                    @DefaultValue("100")
                    @Min(value = 1, message = "Ask for at least 1 change.")
                    @Max(value = 500, message = "Ask for at most 500 changes.")
                    int limit) {
        if (from == null || from.isEmpty()) {
            return feed.page(after, limit);
        }
        if (!from.equals("now") || after != null) {
            throw PlatformProblem.INVALID_PARAMETER.at("?from", "Use now, without after.");
        }
        return feed.end();
    }
}
