package helpdesk.feedback.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A mean of answers on a scale, with the interval in which the true mean lies with 95 % confidence: Student's t interval
 * (Student, 1908, "The probable error of a mean", Biometrika 6), cut off at the ends of the scale. One answer alone says
 * nothing about how answers vary, so it has no interval; when several are all the same, the interval is that one point.
 *
 * @param lower not above the mean; absent for one answer
 * @param upper not below the mean; absent for one answer
 * @param n how many answers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Mean(double mean, Double lower, Double upper, long n) {

    /** Leaves 2.5 % on each side. */
    private static final double QUANTILE = 0.975;

    /**
     * Of so many answers each.
     *
     * @param first the least answer of the scale
     * @param counts how often it and each further one was given
     * @return null when there is no answer
     */
    static Mean of(int first, long[] counts) {
        long n = Arrays.stream(counts).sum();
        if (n == 0) {
            return null;
        }
        double mean = (double) IntStream.range(0, counts.length)
                        .mapToLong(i -> counts[i] * (first + i))
                        .sum()
                / n;
        if (n == 1) {
            return new Mean(mean, null, null, n);
        }
        double variance = 0;
        for (int i = 0; i < counts.length; i++) {
            variance += counts[i] * Math.pow(first + i - mean, 2) / (n - 1);
        }
        double reach = TDistribution.of(n - 1).inverseCumulativeProbability(QUANTILE) * Math.sqrt(variance / n);
        int last = first + counts.length - 1;
        return new Mean(mean, Math.max(first, mean - reach), Math.min(last, mean + reach), n);
    }
}
