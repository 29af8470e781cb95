package helpdesk.ticket.listing;

import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.problem.ProblemBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Changes of many tickets at once. */
@Path("/api/v1/ticket-batches")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION})
@Tag(name = "Tickets", description = "Requests of customers, from the first word to the last")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class BatchResource {

    private static final int MULTI_STATUS = 207;

    private final BatchService service;

    BatchResource(BatchService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "changeTickets",
            summary = "Changes up to a hundred tickets, each for itself",
            description =
                    "Each item is answered as a change of this one ticket alone would be: what is refused for one does "
                            + "not hold up the others. Sent again after a failure, items with their version are changed once.")
    @APIResponse(
            responseCode = "207",
            description = "What became of each",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BatchResult.class)))
    public RestResponse<BatchResult> change(@NotNull(message = "Send the batch as JSON.") @Valid TicketBatch batch) {
        return ResponseBuilder.<BatchResult>create(MULTI_STATUS)
                .entity(service.change(batch))
                .build();
    }
}
