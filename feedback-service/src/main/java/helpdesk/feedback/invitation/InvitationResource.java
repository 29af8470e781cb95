package helpdesk.feedback.invitation;

import helpdesk.feedback.parameter.QueryParameter;
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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is, was and will be asked. */
@Path("/api/v1/invitations")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Invitations", description = "Who is asked to answer a survey, and when")
public class InvitationResource {

    private final InvitationRepository invitations;
    private final SurveyLinks links;
    private final Cursors cursors;
    private final Clock clock;

    InvitationResource(InvitationRepository invitations, SurveyLinks links, Cursors cursors, Clock clock) {
        this.invitations = invitations;
        this.links = links;
        this.cursors = cursors;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "listInvitations", summary = "Invitations to surveys, the newest first")
    public Page<InvitationView> list(
            @Parameter(description = "Only those about this ticket") @QueryParam("ticketId") UUID ticketId,
            @Parameter(
                            description = "Only those in this state",
                            schema = @Schema(implementation = InvitationState.class))
                    @QueryParam("state")
                    String state,
            @Parameter(description = "Only those of this customer") @QueryParam("customerId") UUID customerId,
            @Parameter(description = "Only those of this campaign") @QueryParam("campaignId") UUID campaignId,
            @BeanParam @Valid PageRequest page) {
        InvitationFilter filter = new InvitationFilter(
                ticketId,
                new QueryParameter("state", state)
                        .oneOf(InvitationState.values())
                        .orElse(null),
                customerId,
                campaignId);
        String list = "invitations " + filter;
        List<String> after = cursors.open(page.after(), list);
        UUID last = after.isEmpty() ? null : UUID.fromString(after.getFirst());
        Instant now = clock.instant();
        return Page.of(
                invitations.page(filter, last, page.limitPlusOne()),
                page.limit(),
                invitation -> InvitationView.of(invitation, links, now),
                invitation -> cursors.seal(List.of(invitation.id().toString()), list));
    }
}
