package helpdesk.customer.reward;

import java.math.BigDecimal;

/**
 * Some coupons of a customer in one state.
 *
 * @param currency of those that are worth money, else null
 * @param sum what they are worth together, else null
 */
record BalanceLine(CouponState state, String currency, int count, BigDecimal sum) {}
