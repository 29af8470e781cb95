package helpdesk.feedback.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class ProportionTest {

    private static final double ROUNDING = 1e-9;

    @Example
    void no_case_is_no_share() {
        assertThat(Proportion.of(0, 0)).isNull();
    }

    @Example
    void the_interval_is_the_one_of_the_books() {
        // Newcombe (1998), Statistics in Medicine 17, table I, method 3: 81 of 263 and 15 of 148.
        assertInterval(Proportion.of(81, 263), 0.2553, 0.3662);
        assertInterval(Proportion.of(15, 148), 0.0624, 0.1605);
        assertInterval(Proportion.of(0, 20), 0, 0.1611);
        assertInterval(Proportion.of(29, 29), 0.8830, 1);
    }

    @Property
    void the_interval_holds_the_share_and_stays_between_nothing_and_all(
            @ForAll @LongRange(min = 1, max = 1_000_000) long cases, @ForAll @LongRange(max = 1_000_000) long seed) {
        long some = seed % (cases + 1);
        Proportion proportion = Proportion.of(some, cases);
        assertThat(proportion.share()).isEqualTo((double) some / cases);
        assertThat(proportion.lower()).isBetween(0.0, proportion.share());
        assertThat(proportion.upper()).isBetween(proportion.share(), 1.0);
        assertThat(proportion.n()).isEqualTo(cases);
    }

    @Property
    void more_cases_of_the_same_share_say_more(
            @ForAll @LongRange(min = 1, max = 1_000) long cases, @ForAll @LongRange(max = 1_000) long seed) {
        long some = seed % (cases + 1);
        assertThat(width(Proportion.of(4 * some, 4 * cases))).isLessThan(width(Proportion.of(some, cases)));
    }

    @Property
    void the_others_have_the_mirrored_interval(
            @ForAll @LongRange(min = 1, max = 10_000) long cases, @ForAll @LongRange(max = 10_000) long seed) {
        long some = seed % (cases + 1);
        Proportion these = Proportion.of(some, cases);
        Proportion others = Proportion.of(cases - some, cases);
        assertThat(others.lower()).isCloseTo(1 - these.upper(), within(ROUNDING));
        assertThat(others.upper()).isCloseTo(1 - these.lower(), within(ROUNDING));
    }

    private static double width(Proportion proportion) {
        return proportion.upper() - proportion.lower();
    }

    private static void assertInterval(Proportion proportion, double lower, double upper) {
        assertThat(proportion.lower()).isCloseTo(lower, within(0.0001));
        assertThat(proportion.upper()).isCloseTo(upper, within(0.0001));
    }
}
