package helpdesk.ticket.channel;

import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.ProblemBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What becomes of answers on networks (practice 16). */
@Path("/api/v1/channel-deliveries")
@Tag(name = "Channels", description = "Social and chat networks, by adapters")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class ChannelDeliveryResource {

    private final ChannelDeliveryService service;
    private final ChannelDeliveryQuery query;

    ChannelDeliveryResource(ChannelDeliveryService service, ChannelDeliveryQuery query) {
        this.service = service;
        this.query = query;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.INTEGRATION})
    @Operation(
            operationId = "reportChannelDelivery",
            summary = "An adapter reports what came of a reply",
            description =
                    "The same again changes nothing. Of reports that differ the later one stands, by their at. The first time that "
                            + "a reply fails, a note on the ticket tells staff.")
    @APIResponse(responseCode = "200", description = "How the reply stands")
    public RestResponse<ChannelDeliveryView> report(
            @NotNull(message = "Send the report as JSON.") @Valid ReportDelivery report) {
        return RestResponse.ok(service.report(report));
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
    @Operation(
            operationId = "listChannelDeliveries",
            summary = "Replies that wait for an adapter or failed",
            description = "What waits comes with the longest wait first, what failed with the latest first.")
    @APIResponse(responseCode = "200", description = "A page of replies")
    public Page<ChannelDeliveryView> list(
            @Parameter(
                            description =
                                    "asked: nothing is reported yet; overdue: nothing for longer than it should take; failed",
                            required = true,
                            schema = @Schema(enumeration = {"asked", "overdue", "failed"}))
                    @QueryParam("state")
                    String state,
            @Parameter(description = "Only those to this network") @QueryParam("network") String network,
            @BeanParam @Valid PageRequest page) {
        if (network != null && !NetworkName.fits(network)) {
            throw PlatformProblem.INVALID_PARAMETER.at("?network", NetworkName.MESSAGE);
        }
        return query.page(DeliveryList.of(state), network, page);
    }
}
