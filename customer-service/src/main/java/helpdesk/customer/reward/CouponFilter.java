package helpdesk.customer.reward;

import io.quarkus.panache.common.Parameters;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Which coupons are asked for; null for all. */
record CouponFilter(UUID programId, UUID customerId, UUID seriesId, CouponState state) {

    void conditions(List<String> conditions, Parameters values, Instant now) {
        if (programId != null) {
            conditions.add("programId = :program");
            values.and("program", programId);
        }
        if (customerId != null) {
            conditions.add("customerId = :customer");
            values.and("customer", customerId);
        }
        if (seriesId != null) {
            conditions.add("seriesId = :series");
            values.and("series", seriesId);
        }
        if (state != null) {
            // One whose time is over is expired, although nobody has written that down yet.
            switch (state) {
                case ISSUED -> conditions.add("state = ISSUED and expiresAt > :now");
                case EXPIRED -> conditions.add("(state = EXPIRED or state = ISSUED and expiresAt <= :now)");
                case REDEEMED -> conditions.add("state = REDEEMED");
                case REVOKED -> conditions.add("state = REVOKED");
            }
            if (state == CouponState.ISSUED || state == CouponState.EXPIRED) {
                values.and("now", now);
            }
        }
    }
}
