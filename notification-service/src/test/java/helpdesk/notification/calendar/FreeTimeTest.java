package helpdesk.notification.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreeTimeTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-06-03T00:00:00Z");

    @Test
    void what_is_taken_is_not_free() {
        FreeTime free = FreeTime.of(List.of(window(9, 17)), List.of(window(10, 11), window(13, 14)));

        assertThat(free.stretches()).containsExactly(window(9, 10), window(11, 13), window(14, 17));
    }

    @Test
    void what_overlaps_the_edges_or_each_other_is_taken_once() {
        FreeTime free = FreeTime.of(
                List.of(window(9, 12), window(14, 17)),
                List.of(window(8, 10), window(9, 11), window(16, 20), window(12, 14)));

        assertThat(free.stretches()).containsExactly(window(11, 12), window(14, 16));
    }

    @Test
    void nothing_is_free_when_all_is_taken_or_nothing_is_open() {
        assertThat(FreeTime.of(List.of(window(9, 12)), List.of(window(0, 24))).stretches())
                .isEmpty();
        assertThat(FreeTime.of(List.of(), List.of()).stretches()).isEmpty();
    }

    @Test
    void hours_that_touch_are_one_stretch() {
        FreeTime free = FreeTime.of(List.of(window(24, 30), window(20, 24)), List.of());

        assertThat(free.stretches()).containsExactly(window(20, 30));
        assertThat(free.windows(Duration.ofHours(5))).containsExactly(window(20, 25), window(25, 30));
    }

    @Test
    void windows_follow_each_other_as_long_as_there_is_room() {
        FreeTime free = FreeTime.of(List.of(window(9, 12), window(13, 14)), List.of());

        assertThat(free.windows(Duration.ofHours(2))).containsExactly(window(9, 11));
        assertThat(free.windows(Duration.ofHours(1)))
                .containsExactly(window(9, 10), window(10, 11), window(11, 12), window(13, 14));
    }

    @Test
    void the_nearest_windows_are_as_long_as_the_wanted_one() {
        FreeTime free = FreeTime.of(List.of(window(6, 20)), List.of(window(9, 12), window(14, 15)));

        assertThat(free.nearest(window(10, 12), 3)).containsExactly(window(12, 14), window(7, 9), window(15, 17));
        assertThat(free.nearest(window(10, 12), 1)).containsExactly(window(12, 14));
        assertThat(free.nearest(window(10, 14), 3)).containsExactly(window(15, 19));
    }

    private static Window window(int from, int to) {
        return new Window(MIDNIGHT.plus(Duration.ofHours(from)), MIDNIGHT.plus(Duration.ofHours(to)));
    }
}
