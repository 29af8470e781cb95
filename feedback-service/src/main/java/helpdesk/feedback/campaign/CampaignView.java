package helpdesk.feedback.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;

/**
 * A campaign as those who work here see it.
 *
 * @param cardLink what the card leads to, of a campaign on a card
 * @param nextRoundAt when a campaign on a period asks again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CampaignView(
        UUID id,
        @JsonUnwrapped CampaignBody campaign,
        String cardLink,
        Instant nextRoundAt,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static CampaignView of(Campaign campaign, CardLinks cards) {
        return new CampaignView(
                campaign.id(),
                campaign.body(),
                campaign.on() == CampaignTrigger.CARD ? cards.link(campaign.id()) : null,
                campaign.isActive() ? campaign.nextRoundAt() : null,
                campaign.createdAt(),
                campaign.updatedAt(),
                campaign.version());
    }
}
