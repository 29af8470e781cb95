package helpdesk.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {

    @Test
    void theSameSeedAndNumberChooseTheSame() {
        assertThat(bits(new Draw(1, 1001))).isEqualTo(bits(new Draw(1, 1001)));
        assertThat(bits(new Draw(1, 1001)))
                .doesNotContainAnyElementsOf(bits(new Draw(1, 1002)))
                .doesNotContainAnyElementsOf(bits(new Draw(2, 1001)));
    }

    @Test
    void choicesKeepWithinTheirBounds() {
        Draw draw = new Draw(7, 7);
        Set<Integer> below =
                IntStream.range(0, 1000).map(_ -> draw.below(5)).boxed().collect(Collectors.toSet());
        assertThat(below).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
        for (int count = 0; count < 1000; count++) {
            assertThat(draw.between(10, 13)).isBetween(10L, 12L);
        }
        assertThat(draw.between(5, 5)).isEqualTo(5);
        assertThat(draw.between(5, 1)).isEqualTo(5);
        assertThat(IntStream.range(0, 1000).filter(_ -> draw.chance(0))).isEmpty();
        assertThat(IntStream.range(0, 1000).filter(_ -> draw.chance(100))).hasSize(1000);
    }

    @Test
    void whatComesEarlyIsLikelier() {
        Draw draw = new Draw(3, 3);
        List<String> drawn = IntStream.range(0, 4000)
                .mapToObj(_ -> draw.earlyOf(List.of("a", "b", "c", "d")))
                .toList();
        assertThat(drawn.stream().filter("a"::equals).count()).isBetween(1800L, 2200L);
        assertThat(drawn).contains("d");
    }

    @Test
    void idsAreOfVersion7AndTellTheirTime() {
        long millis = 1_790_000_000_123L;
        UUID id = new Draw(1, 1).id(millis * 1000 + 456);
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(millis);
    }

    private static List<Long> bits(Draw draw) {
        return IntStream.range(0, 100).mapToObj(_ -> draw.bits()).toList();
    }
}
