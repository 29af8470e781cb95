package helpdesk.customer.reward;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a customer has in coupons.
 *
 * @param good how many can be redeemed
 * @param worth what those are worth together that are worth money, by currency
 */
@Schema(name = "RewardBalance")
record BalanceView(int good, List<Money> worth, int redeemed, int expired, int revoked) {

    static BalanceView of(List<BalanceLine> lines) {
        return new BalanceView(
                count(lines, CouponState.ISSUED),
                lines.stream()
                        .filter(line -> line.state() == CouponState.ISSUED && line.currency() != null)
                        .map(line -> new Money(line.sum().toPlainString(), line.currency()))
                        .toList(),
                count(lines, CouponState.REDEEMED),
                count(lines, CouponState.EXPIRED),
                count(lines, CouponState.REVOKED));
    }

    private static int count(List<BalanceLine> lines, CouponState state) {
        return lines.stream()
                .filter(line -> line.state() == state)
                .mapToInt(BalanceLine::count)
                .sum();
    }
}
