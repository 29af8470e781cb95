package helpdesk.customer.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LotTest {

    private static final List<UUID> ENTRIES = Stream.of(
                    "00000000-0000-4000-8000-000000000001",
                    "00000000-0000-4000-8000-000000000002",
                    "00000000-0000-4000-8000-000000000003")
            .map(UUID::fromString)
            .toList();

    /** Computed with sha256sum and openssl, as the guide says. */
    @Test
    void anybody_comes_to_the_same_result() {
        Lot lot = Lot.of("00".repeat(31) + "06");
        assertThat(lot.commitment()).isEqualTo("d1ec675902ef1633427ca360b290b0b3045a0d9058ddb5e648b4c3c3224c5c68");
        assertThat(Lot.digest(ENTRIES)).isEqualTo("892baf0a0ccdaf7c2c86cb851d0171bd120c44b1eff1b015313ab5a311105f00");
        assertThat(lot.winners(ENTRIES, 2)).containsExactly(ENTRIES.get(2), ENTRIES.get(0));
    }

    @Test
    void each_secret_is_another() {
        assertThat(Stream.generate(() -> Lot.create().seed()).limit(1_000).distinct())
                .hasSize(1_000)
                .allMatch(seed -> seed.matches("[0-9a-f]{64}"));
    }

    @Test
    void another_list_comes_out_differently() {
        Lot lot = Lot.create();
        List<UUID> many = Stream.generate(UUID::randomUUID).limit(200).sorted().toList();
        assertThat(lot.winners(many, 20)).isNotEqualTo(lot.winners(many.subList(0, 199), 20));
    }

    @Property(tries = 50)
    void as_many_win_as_there_are_prizes_each_once(
            @ForAll @IntRange(max = 50) int entries, @ForAll @IntRange(min = 1, max = 60) int prizes) {
        List<UUID> all =
                Stream.generate(UUID::randomUUID).limit(entries).sorted().toList();
        assertThat(Lot.create().winners(all, prizes))
                .hasSize(Math.min(entries, prizes))
                .doesNotHaveDuplicates()
                .isSubsetOf(all);
    }

    /** 3,000 draws among three: each is expected to win 1,000, with a standard deviation of 26. */
    @Test
    void everybody_has_the_same_chance() {
        Map<UUID, Integer> wins = new HashMap<>();
        for (int i = 0; i < 3_000; i++) {
            wins.merge(Lot.of("%064x".formatted(i)).winners(ENTRIES, 1).getFirst(), 1, Integer::sum);
        }
        assertThat(wins.values()).allMatch(times -> times > 850 && times < 1_150);
    }
}
