package helpdesk.feedback.incentive;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The coupons that answers earned (practice 28): customer-service issues them, moments after the answer. */
@ApplicationScoped
public class EarnedRewards {

    private static final String NOTE = """
            insert into earned_reward (coupon_id, response_id, program, code, expires_at) values (?, ?, ?, ?, ?)
            on conflict (coupon_id) do nothing""";

    private static final String OF = """
            select coupon_id, program, code, expires_at from earned_reward
            where response_id = ? and expires_at > ? order by coupon_id limit 10""";

    private final Sql sql;

    EarnedRewards(Sql sql) {
        this.sql = sql;
    }

    /** A coupon was issued; nothing happens when it was not for an answer. */
    public void issued(IssuedReward reward) {
        if (reward.isForAnswer()) {
            sql.execute(
                    NOTE, reward.couponId(), reward.responseId(), reward.program(), reward.code(), reward.expiresAt());
        }
    }

    /** It is worth nothing any more: redeemed, taken back, or too late. */
    public void ended(UUID coupon) {
        sql.execute("delete from earned_reward where coupon_id = ?", coupon);
    }

    /** What the answer earned and is still good. */
    public List<EarnedReward> of(UUID response, Instant now) {
        return sql.list(
                OF,
                row -> new EarnedReward(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()),
                response,
                now);
    }
}
