package helpdesk.gateway.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LaneTest {

    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private final Lane lane = new Lane(new Places(40, 10, 80));
    private long nanos;

    @Test
    void places_are_taken_until_there_are_none_and_given_back() {
        enter(40, Importance.STAFF_WRITE);
        assertThat(lane.enter(Importance.STAFF_WRITE)).isFalse();
        lane.leave();
        assertThat(lane.enter(Importance.STAFF_WRITE)).isTrue();
        assertThat(lane.underWay()).isEqualTo(40);
    }

    @Test
    void what_is_less_important_gets_no_place_while_what_is_more_important_still_does() {
        enter(24, Importance.ANYBODY_LIST);
        Importance[] fromLeast = {
            Importance.ANYBODY_LIST,
            Importance.ANYBODY_READ,
            Importance.PROGRAM_LIST,
            Importance.ANYBODY_WRITE,
            Importance.PROGRAM_READ,
            Importance.STAFF_LIST,
            Importance.PROGRAM_WRITE,
            Importance.STAFF_READ,
            Importance.STAFF_WRITE,
            Importance.PAGE
        };
        for (int i = 1; i < fromLeast.length; i++) {
            assertThat(lane.enter(fromLeast[i - 1])).as("%s", fromLeast[i - 1]).isFalse();
            enter(fromLeast[i] == Importance.PAGE ? 8 : 2, fromLeast[i]);
        }
        assertThat(lane.enter(Importance.PAGE)).isFalse();
    }

    @Test
    void answers_that_come_later_than_usual_take_places_away_and_the_usual_ones_bring_them_back() {
        enter(40, Importance.STAFF_WRITE);
        answer(3_000, 5);
        int usual = lane.limit();
        assertThat(usual).isGreaterThanOrEqualTo(40);
        answer(1_000, 60);
        assertThat(lane.limit()).isLessThan(usual / 2).isGreaterThanOrEqualTo(10);
        answer(6_000, 5);
        assertThat(lane.limit()).isGreaterThan(usual / 2);
    }

    @Test
    void there_are_never_more_places_than_may_be_however_quick_it_is() {
        enter(40, Importance.STAFF_WRITE);
        for (int i = 0; i < 20; i++) {
            answer(2_000, 5);
            while (lane.enter(Importance.STAFF_WRITE)) {
                // Only who needs the places he has gets more.
            }
        }
        assertThat(lane.limit()).isEqualTo(80);
    }

    private void enter(int times, Importance importance) {
        for (int i = 0; i < times; i++) {
            assertThat(lane.enter(importance))
                    .as("place %d for %s", i, importance)
                    .isTrue();
        }
    }

    private void answer(int times, int millis) {
        for (int i = 0; i < times; i++) {
            nanos += 2 * MILLI;
            lane.learn(nanos, millis * MILLI);
        }
    }

    private record Places(int first, int least, int most) implements OverloadSettings {
        @Override
        public boolean enabled() {
            return true;
        }
    }
}
