package helpdesk.feedback.invitation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/**
 * Why somebody is asked. A campaign asks once about each.
 *
 * @param campaignId null in rows that were there before there were campaigns
 * @param id the callback, the customer, or what the page of a card made up for its sender; null for solutions, which {@link Solution}
 *     names
 * @param round of a campaign on a period, from 0; else null
 */
@Embeddable
record Occasion(
        UUID campaignId,

        @Enumerated(EnumType.STRING) @Column(name = "occasion")
        OccasionKind kind,

        @Column(name = "occasion_id") UUID id,
        Integer round) {

    static Occasion solution(UUID campaign) {
        return new Occasion(campaign, OccasionKind.SOLUTION, null, null);
    }

    static Occasion callback(UUID campaign, UUID callback) {
        return new Occasion(campaign, OccasionKind.CALLBACK, callback, null);
    }

    static Occasion period(UUID campaign, UUID customer, int round) {
        return new Occasion(campaign, OccasionKind.PERIOD, customer, round);
    }

    /** @param once what the page made up for its sender; null when nothing was */
    static Occasion card(UUID campaign, UUID once) {
        return new Occasion(campaign, OccasionKind.CARD, once, null);
    }
}
