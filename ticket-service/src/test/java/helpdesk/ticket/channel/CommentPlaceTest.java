package helpdesk.ticket.channel;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.platform.persistence.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where messages stand in a conversation. */
class CommentPlaceTest {

    private static final Instant NOW = Instant.parse("2026-10-06T13:12:41.530Z");

    @Test
    void the_time_on_the_network_comes_first_and_the_arrival_second() {
        Instant second = NOW.minusSeconds(2);
        List<UUID> ids = List.of(
                CommentPlace.of(second, NOW),
                CommentPlace.of(second, NOW.plusMillis(1)),
                CommentPlace.of(second, NOW.plus(Duration.ofDays(4000))),
                CommentPlace.of(second.plusMillis(1), NOW));

        assertThat(ids.stream().map(UUID::toString)).isSorted();
        assertThat(ids).allSatisfy(id -> {
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        });
    }

    @Test
    void what_has_no_time_or_one_in_the_future_stands_where_it_came() {
        Instant arrived = Instant.now();
        UUID before = Ids.next();
        Stream.of(CommentPlace.of(null, arrived), CommentPlace.of(arrived.plusSeconds(9), arrived))
                .forEach(id -> assertThat(id.toString())
                        .isBetween(before.toString(), Ids.next().toString()));
    }

    @Test
    void two_of_one_moment_are_two() {
        assertThat(CommentPlace.of(NOW.minusSeconds(1), NOW)).isNotEqualTo(CommentPlace.of(NOW.minusSeconds(1), NOW));
    }
}
