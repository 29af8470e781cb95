package helpdesk.feedback.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class NetPromoterScoreTest {

    @Example
    void no_answer_is_no_score() {
        assertThat(NetPromoterScore.of(new long[11])).isNull();
    }

    @Example
    void from_nine_they_promote_and_up_to_six_they_detract() {
        NetPromoterScore score = NetPromoterScore.of(new long[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1});
        assertThat(score.promoters()).isEqualTo(2);
        assertThat(score.passives()).isEqualTo(2);
        assertThat(score.detractors()).isEqualTo(7);
        assertThat(score.n()).isEqualTo(11);
        assertThat(score.value()).isCloseTo(-500.0 / 11, within(1e-9));
    }

    @Example
    void the_interval_is_the_one_of_its_authors() {
        // Bonett's package statpsych, ci.prop.ps(.05, 12, 4, 26, 6): 0.2548067 to 0.6251933.
        NetPromoterScore score = of(26, 18, 4);
        assertThat(score.lower()).isCloseTo(25.48067, within(0.0001));
        assertThat(score.upper()).isCloseTo(62.51933, within(0.0001));
        assertThat(score.value()).isCloseTo(100 * 22 / 48.0, within(1e-9));
    }

    @Example
    void one_answer_says_little() {
        NetPromoterScore score = of(1, 0, 0);
        assertThat(score.value()).isEqualTo(100);
        assertThat(score.upper()).isEqualTo(100);
        assertThat(score.lower()).isLessThan(0);
    }

    @Property
    void the_interval_holds_the_score_and_stays_on_its_scale(
            @ForAll @LongRange(max = 10_000_000) long promoters,
            @ForAll @LongRange(max = 10_000_000) long passives,
            @ForAll @LongRange(max = 10_000_000) long detractors) {
        NetPromoterScore score = of(promoters, passives, detractors);
        if (score != null) {
            assertThat(score.lower()).isBetween(-100.0, score.value());
            assertThat(score.upper()).isBetween(score.value(), 100.0);
        }
    }

    @Property
    void who_would_say_the_opposite_has_the_mirrored_interval(
            @ForAll @LongRange(min = 1, max = 1_000) long promoters,
            @ForAll @LongRange(max = 1_000) long passives,
            @ForAll @LongRange(max = 1_000) long detractors) {
        NetPromoterScore these = of(promoters, passives, detractors);
        NetPromoterScore others = of(detractors, passives, promoters);
        assertThat(others.value()).isCloseTo(-these.value(), within(1e-9));
        assertThat(others.lower()).isCloseTo(-these.upper(), within(1e-9));
    }

    private static NetPromoterScore of(long promoters, long passives, long detractors) {
        long[] counts = new long[11];
        counts[10] = promoters;
        counts[7] = passives;
        counts[3] = detractors;
        return NetPromoterScore.of(counts);
    }
}
