package helpdesk.customer.lapse;

import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who stayed away, and who came back (practice 3). */
@Path("/api/v1")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Loyalty")
public class LapseResource {

    private final LapseQuery query;

    LapseResource(LapseQuery query) {
        this.query = query;
    }

    @GET
    @Path("/lapses")
    @Operation(operationId = "listLapses", summary = "Who stayed away, the latest first, and what became of it")
    public Page<LapseView> list(
            @QueryParam("customerId") UUID customer,
            @QueryParam("ruleId") UUID rule,
            @Parameter(description = "open, won_back or lost") @QueryParam("state") String state,
            @BeanParam @Valid PageRequest page) {
        return query.list(customer, rule, state, page);
    }

    @GET
    @Path("/win-back-insight")
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(
            operationId = "readWinBackInsight",
            summary = "How many of those who stayed away were won back, by rule",
            description = "Of those who began to stay away from from until to; the last year when left out.")
    public WinBackView insight(
            @Parameter(description = "RFC 3339") @QueryParam("from") String from,
            @Parameter(description = "RFC 3339") @QueryParam("to") String to) {
        return query.insight(from, to);
    }
}
