package helpdesk.feedback.response;

import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What customers answered. */
@Path("/api/v1/responses")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Responses", description = "What customers answered")
public class ResponseResource {

    private final ResponseRepository responses;
    private final Cursors cursors;

    ResponseResource(ResponseRepository responses, Cursors cursors) {
        this.responses = responses;
        this.cursors = cursors;
    }

    @GET
    @Operation(operationId = "listResponses", summary = "Responses with their answers, the newest first")
    public Page<ResponseView> list(
            @Parameter(description = "Only those about this ticket") @QueryParam("ticketId") UUID ticketId,
            @BeanParam @Valid PageRequest page) {
        String list = "responses " + ticketId;
        List<String> after = cursors.open(page.after(), list);
        UUID last = after.isEmpty() ? null : UUID.fromString(after.getFirst());
        return Page.of(
                responses.page(ticketId, last, page.limitPlusOne()),
                page.limit(),
                ResponseView::of,
                response -> cursors.seal(List.of(response.id().toString()), list));
    }
}
