package helpdesk.feedback.improvement;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.feedback.insight.Proportion;
import java.time.Instant;
import org.apache.commons.statistics.distribution.TDistribution;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A measure over a period.
 *
 * @param from answers received from here
 * @param to up to here, this moment itself not included
 * @param value absent without a case
 * @param lower where the true value begins with 95 % confidence; absent of a mean with fewer than two cases
 * @param upper where it ends
 * @param n how many cases
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MeasuredPeriod")
record Measured(Instant from, Instant to, Double value, Double lower, Double upper, long n) {

    private static final double TAIL = 0.025;

    /** A share of the cases, with its Wilson interval. */
    static Measured share(Instant from, Instant to, long some, long cases) {
        Proportion share = Proportion.of(some, cases);
        return share == null
                ? new Measured(from, to, null, null, null, 0)
                : new Measured(from, to, share.share(), share.lower(), share.upper(), cases);
    }

    /**
     * A mean, with its Student interval, which allows for few cases.
     *
     * @param deviation of the sample; null with fewer than two cases
     * @param least the value that cannot be passed below
     * @param most and above
     */
    static Measured mean(Instant from, Instant to, Double mean, Double deviation, long cases, int least, int most) {
        if (cases < 2) {
            return new Measured(from, to, mean, null, null, cases);
        }
        double reach = TDistribution.of(cases - 1).inverseSurvivalProbability(TAIL) * deviation / Math.sqrt(cases);
        return new Measured(from, to, mean, Math.max(least, mean - reach), Math.min(most, mean + reach), cases);
    }
}
