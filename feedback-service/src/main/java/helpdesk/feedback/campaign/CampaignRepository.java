package helpdesk.feedback.campaign;

import helpdesk.feedback.FeedbackProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where campaigns are kept. */
@ApplicationScoped
public class CampaignRepository implements PanacheRepositoryBase<Campaign, UUID> {

    private static final String CLAIM_ROUND = """
            select * from campaign where active and next_round_at <= :now
            order by next_round_at limit 1 for update skip locked""";

    /** Those that ask when this happens, in the order in which they come to their turn. */
    public List<Campaign> active(CampaignTrigger on) {
        return find("active and on = ?1 order by position, id", on).list();
    }

    /** One whose round has come or goes on, and that nobody else sees to. */
    public Optional<Campaign> claimRound(Instant now) {
        List<?> found = getEntityManager()
                .createNativeQuery(CLAIM_ROUND, Campaign.class)
                .setParameter("now", now)
                .getResultList();
        return found.stream().map(Campaign.class::cast).findFirst();
    }

    Campaign require(UUID id) {
        return findByIdOptional(id)
                .orElseThrow(() -> FeedbackProblem.CAMPAIGN_NOT_FOUND.problem(
                        "There is no campaign %s. See GET /api/v1/campaigns.", id));
    }

    /** The oldest first. */
    List<Campaign> page(UUID after, int limit) {
        return (after == null ? find("order by id") : find("id > ?1 order by id", after))
                .page(Page.ofSize(limit))
                .list();
    }
}
