package helpdesk.feedback.campaign;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Whom surveys are sent, and when. */
@Path("/api/v1/campaigns")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
@Tag(name = "Campaigns", description = "Whom surveys are sent, and when")
public class CampaignResource {

    private static final String LIST = "campaigns";
    private static final String PATH = "/api/v1/campaigns/";
    private static final String SVG = "image/svg+xml";

    private final CampaignService service;
    private final CampaignRepository campaigns;
    private final CardLinks cards;
    private final Cursors cursors;

    CampaignResource(CampaignService service, CampaignRepository campaigns, CardLinks cards, Cursors cursors) {
        this.service = service;
        this.campaigns = campaigns;
        this.cards = cards;
        this.cursors = cursors;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "createCampaign",
            summary = "Sends a survey to some, when something happens or from time to time",
            description =
                    "Of the campaigns that fit what happened, the one with the lowest position asks, and no other.")
    @APIResponse(
            responseCode = "201",
            description = "The campaign, and in Location where it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CampaignView.class)))
    @APIResponse(responseCode = "409", description = "campaign-name-taken, too-many-campaigns or survey-not-published")
    @APIResponse(responseCode = "422", description = "unknown-survey")
    public RestResponse<CampaignView> create(
            @NotNull(message = "Send the campaign as JSON.") @Valid CampaignBody body) {
        Campaign campaign = service.create(body);
        return Versioned.created(PATH + campaign.id(), CampaignView.of(campaign, cards), campaign.version());
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
    @Operation(operationId = "listCampaigns", summary = "Campaigns, the oldest first")
    public Page<CampaignView> list(@BeanParam @Valid PageRequest page) {
        List<String> after = cursors.open(page.after(), LIST);
        UUID last = after.isEmpty() ? null : UUID.fromString(after.getFirst());
        return Page.of(
                campaigns.page(last, page.limitPlusOne()),
                page.limit(),
                campaign -> CampaignView.of(campaign, cards),
                campaign -> cursors.seal(List.of(campaign.id().toString()), LIST));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
    @Operation(operationId = "readCampaign", summary = "One campaign")
    public RestResponse<CampaignView> read(@PathParam("id") UUID id) {
        Campaign campaign = campaigns.require(id);
        return Versioned.ok(CampaignView.of(campaign, cards), campaign.version());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @Operation(
            operationId = "changeCampaign",
            summary = "Changes a campaign, from the next thing that happens on",
            description = "What is asked already stays as it is. {\"active\":false} ends it.")
    @RequestBody(
            content =
                    @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = CampaignPatch.class)))
    @APIResponse(responseCode = "200", description = "The changed campaign")
    @APIResponse(responseCode = "409", description = "campaign-name-taken or survey-not-published")
    @APIResponse(responseCode = "422", description = "unknown-survey")
    public RestResponse<CampaignView> patch(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, MergePatch patch) {
        Campaign campaign = service.patch(id, IfMatch.required(ifMatch), patch);
        return Versioned.ok(CampaignView.of(campaign, cards), campaign.version());
    }

    @GET
    @Path("/{id}/card.svg")
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
    @Produces(SVG)
    @Operation(
            operationId = "readCampaignCard",
            summary = "The code on the card of a campaign (QR, ISO/IEC 18004), to be printed at any size")
    @APIResponse(
            responseCode = "200",
            description = "A picture",
            content = @Content(mediaType = SVG, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "404", description = "campaign-not-found, also of one without a card")
    public String card(@PathParam("id") UUID id) {
        Campaign campaign = campaigns.require(id);
        campaign.requireCard();
        return CardCode.svg(cards.link(campaign.id()));
    }
}
