package helpdesk.feedback.insight;

/**
 * The net promoter score (Reichheld, 2003, "The one number you need to grow", Harvard Business Review 81/12): the percentage of
 * promoters, who answer 9 or 10, less that of detractors, who answer 0 to 6. With it comes the interval in which the true one
 * lies with 95 % confidence: the adjusted Wald interval for a difference of two proportions of one sample (Bonett and Price,
 * 2012, "Adjusted Wald confidence interval for a difference of binomial proportions based on paired data", Journal of Educational
 * and Behavioral Statistics 37), which counts one promoter and one detractor more than there were, as Laplace would. It also
 * holds for few answers, and is cut off at -100 and 100.
 *
 * @param value -100 to 100
 * @param lower not above the value
 * @param upper not below the value
 * @param n how many answers
 * @param passives who answer 7 or 8
 */
public record NetPromoterScore(
        double value, double lower, double upper, long n, long promoters, long passives, long detractors) {

    private static final int PROMOTERS_FROM = 9;
    private static final int DETRACTORS_UP_TO = 6;

    /** @param counts how often each answer from 0 to 10 was given; null when none was */
    static NetPromoterScore of(long[] counts) {
        long promoters = 0;
        long passives = 0;
        long detractors = 0;
        for (int answer = 0; answer < counts.length; answer++) {
            if (answer >= PROMOTERS_FROM) {
                promoters += counts[answer];
            } else if (answer > DETRACTORS_UP_TO) {
                passives += counts[answer];
            } else {
                detractors += counts[answer];
            }
        }
        long n = promoters + passives + detractors;
        return n == 0 ? null : of(promoters, passives, detractors, n);
    }

    private static NetPromoterScore of(long promoters, long passives, long detractors, long n) {
        double cases = n + 2.0;
        double above = (promoters + 1) / cases;
        double below = (detractors + 1) / cases;
        double difference = above - below;
        double reach = Proportion.Z * Math.sqrt((above + below - difference * difference) / cases);
        return new NetPromoterScore(
                100.0 * (promoters - detractors) / n,
                Math.max(-100, 100 * (difference - reach)),
                Math.min(100, 100 * (difference + reach)),
                n,
                promoters,
                passives,
                detractors);
    }
}
