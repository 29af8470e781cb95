package helpdesk.feedback.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class MeanTest {

    @Example
    void no_answer_is_no_mean() {
        assertThat(Mean.of(1, new long[10])).isNull();
    }

    @Example
    void one_answer_has_no_interval() {
        assertThat(Mean.of(1, counts(7))).isEqualTo(new Mean(7, null, null, 1));
    }

    @Example
    void answers_that_are_all_the_same_have_an_interval_of_one_point() {
        assertThat(Mean.of(1, counts(9, 9, 9))).isEqualTo(new Mean(9, 9.0, 9.0, 3));
    }

    @Example
    void the_interval_is_the_one_of_the_books() {
        // Student's sleep data, the differences in tenths of an hour: 95 % from 0.70 to 2.46 hours (Student 1908; R,
        // ?sleep).
        long[] sleep = new long[47];
        for (int difference : new int[] {12, 24, 13, 13, 0, 10, 18, 8, 46, 14}) {
            sleep[difference]++;
        }
        Mean mean = Mean.of(0, sleep);
        assertThat(mean.mean()).isEqualTo(15.8);
        assertThat(mean.lower()).isCloseTo(7.00, within(0.01));
        assertThat(mean.upper()).isCloseTo(24.60, within(0.01));
        // By the table of the distribution: 2.776 for four degrees of freedom.
        Mean five = Mean.of(1, counts(6, 7, 8, 9, 10));
        assertThat(five.lower()).isCloseTo(8 - 2.776 * Math.sqrt(2.5 / 5), within(0.001));
        assertThat(five.upper()).isCloseTo(8 + 2.776 * Math.sqrt(2.5 / 5), within(0.001));
    }

    @Example
    void the_interval_ends_with_the_scale() {
        assertThat(Mean.of(1, counts(1, 10))).isEqualTo(new Mean(5.5, 1.0, 10.0, 2));
    }

    @Property
    void the_interval_holds_the_mean_and_stays_on_the_scale(
            @ForAll @Size(7) List<@LongRange(max = 100_000_000) Long> given) {
        long[] counts = array(given);
        Mean mean = Mean.of(1, counts);
        long n = Arrays.stream(counts).sum();
        if (n > 1) {
            assertThat(mean.n()).isEqualTo(n);
            assertThat(mean.lower()).isBetween(1.0, mean.mean());
            assertThat(mean.upper()).isBetween(mean.mean(), 7.0);
        }
    }

    @Property
    void more_of_the_same_say_more(@ForAll @Size(10) List<@LongRange(min = 1, max = 50) Long> counts) {
        Mean some = Mean.of(1, array(counts));
        Mean more =
                Mean.of(1, Arrays.stream(array(counts)).map(count -> 4 * count).toArray());
        assertThat(more.upper() - more.lower()).isLessThan(some.upper() - some.lower());
    }

    @Property
    void another_beginning_of_the_scale_moves_all(
            @ForAll @Size(10) List<@LongRange(max = 50) Long> counts, @ForAll @IntRange(min = 1, max = 5) int by) {
        Mean here = Mean.of(0, array(counts));
        if (here != null && here.n() > 1) {
            Mean there = Mean.of(by, array(counts));
            assertThat(there.mean()).isCloseTo(here.mean() + by, within(1e-9));
            assertThat(there.lower()).isCloseTo(here.lower() + by, within(1e-9));
        }
    }

    private static long[] array(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).toArray();
    }

    private static long[] counts(int... scores) {
        long[] counts = new long[10];
        for (int score : scores) {
            counts[score - 1]++;
        }
        return counts;
    }
}
