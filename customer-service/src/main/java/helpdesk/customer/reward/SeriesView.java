package helpdesk.customer.reward;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Coupons that are handed out: whoever has a code can redeem it. */
@Schema(name = "CouponSeries")
record SeriesView(UUID id, UUID programId, Instant expiresAt, List<String> codes) {}
