package helpdesk.notification.callback;

/**
 * A share of a number of cases, with the interval in which the true share lies with 95 % confidence (the score interval of
 * Wilson, 1927, "Probable inference, the law of succession, and statistical inference", Journal of the American Statistical
 * Association 22, which also holds for few cases and for shares near 0 and 1).
 *
 * @param share 0–1
 * @param lower 0–1, not above the share
 * @param upper 0–1, not below the share
 * @param n how many cases
 */
public record Proportion(double share, double lower, double upper, long n) {

    /** The quantile of the normal distribution that leaves 2.5 % on each side. */
    private static final double Z = 1.959963984540054;

    /** The share that some of the cases have, or null when there is no case. */
    static Proportion of(long some, long cases) {
        if (cases == 0) {
            return null;
        }
        double share = (double) some / cases;
        double z2 = Z * Z / cases;
        double centre = share + z2 / 2;
        double reach = Z * Math.sqrt((share * (1 - share) + z2 / 4) / cases);
        double lower = (centre - reach) / (1 + z2);
        double upper = (centre + reach) / (1 + z2);
        // At 0 and 1 the bounds are exact in theory; rounding must not move them past the share.
        return new Proportion(share, some == 0 ? 0 : lower, some == cases ? 1 : upper, cases);
    }
}
