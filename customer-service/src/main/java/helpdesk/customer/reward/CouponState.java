package helpdesk.customer.reward;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a coupon. */
enum CouponState {
    /** It can be redeemed, until its time is over. */
    @JsonProperty("issued")
    ISSUED,
    @JsonProperty("redeemed")
    REDEEMED,
    /** Its time is over. */
    @JsonProperty("expired")
    EXPIRED,
    /** Somebody here took it back. */
    @JsonProperty("revoked")
    REVOKED
}
