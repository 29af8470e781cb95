package helpdesk.ticket.story;

import helpdesk.platform.identity.Roles;
import helpdesk.platform.problem.ProblemBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What somebody needs to know who takes a ticket over. */
@Path("/api/v1/tickets/{ticket}/story")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Tickets")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class StoryResource {

    private final StoryQuery stories;

    StoryResource(StoryQuery stories) {
        this.stories = stories;
    }

    @GET
    @Operation(
            operationId = "readTicketStory",
            summary = "The story of a ticket so far, for whoever takes it over",
            description =
                    "What is asked, what was said last and by whom, how often it was handed on and why, what is promised.")
    @APIResponse(responseCode = "200", description = "The story")
    public StoryView read(@Parameter(description = "The ticket's id or number") @PathParam("ticket") String reference) {
        return stories.tell(reference);
    }
}
