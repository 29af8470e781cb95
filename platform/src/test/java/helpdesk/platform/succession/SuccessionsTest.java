package helpdesk.platform.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import helpdesk.testing.Database;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever refers to something follows it, wherever that goes on, and comes back. */
@QuarkusTest
@WithTestResource(RealParts.class)
class SuccessionsTest {

    private final UUID a = UUID.randomUUID();
    private final UUID b = UUID.randomUUID();
    private final UUID c = UUID.randomUUID();

    @Inject
    Successions successions;

    @Inject
    MovableClock clock;

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void what_stands_for_itself_is_itself() {
        assertThat(current(a)).isEqualTo(a);
        assertThat(QuarkusTransaction.requiringNew().call(() -> successions.kin(a)))
                .containsExactly(a);
    }

    @Test
    void letters_follow_a_chain_and_come_back_from_its_end() {
        String toA = letter(a);
        String toB = letter(b);
        String toC = letter(c);
        follow(a, b, 1);
        follow(b, c, 1);
        assertThat(List.of(whose(toA), whose(toB), whose(toC))).containsOnly(c);
        assertThat(current(a)).isEqualTo(c);
        assertThat(QuarkusTransaction.requiringNew().call(() -> successions.kin(c)))
                .containsExactlyInAnyOrder(a, b, c);
        follow(b, null, 2);
        assertThat(List.of(whose(toA), whose(toB), whose(toC))).containsExactly(b, b, c);
        follow(a, null, 2);
        assertThat(List.of(whose(toA), whose(toB), whose(toC))).containsExactly(a, b, c);
        assertThat(Database.count("letter where name in (?, ?, ?) and to_origin_id is not null", toA, toB, toC))
                .isZero();
    }

    @Test
    void older_news_change_nothing() {
        String toA = letter(a);
        follow(a, b, 5);
        follow(a, c, 4);
        follow(a, null, 5);
        assertThat(whose(toA)).isEqualTo(b);
    }

    /** Each profile's news come in their order, those of different ones in any: on the way they may even go in circles. */
    @Test
    void in_whatever_order_news_come_they_end_alike() {
        Random random = new Random(42);
        for (int round = 0; round < 20; round++) {
            List<UUID> all = new ArrayList<>(List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()));
            List<String> letters = all.stream().map(SuccessionsTest::letter).toList();
            UUID one = all.get(0);
            UUID two = all.get(1);
            UUID three = all.get(2);
            // What really happened: one into two, taken back; two into one; one into three.
            List<Runnable> ofOne =
                    List.of(() -> follow(one, two, 1), () -> follow(one, null, 2), () -> follow(one, three, 3));
            List<Runnable> ofTwo = List.of(() -> follow(two, one, 1));
            List<Integer> order = new ArrayList<>(List.of(0, 0, 0, 1));
            Collections.shuffle(order, random);
            int nextOfOne = 0;
            for (int which : order) {
                (which == 0 ? ofOne.get(nextOfOne++) : ofTwo.getFirst()).run();
            }
            assertThat(letters.stream().map(SuccessionsTest::whose))
                    .as("order %s", order)
                    .containsOnly(three);
        }
    }

    @Test
    void what_was_stored_while_it_changed_follows_later() {
        follow(a, b, 1);
        String late = letter(a);
        assertThat(whose(late)).isEqualTo(a);
        clock.move(Duration.ofMinutes(3));
        await().atMost(Duration.ofSeconds(90)).until(() -> whose(late).equals(b));
    }

    private void follow(UUID id, UUID successor, long sequence) {
        QuarkusTransaction.requiringNew().run(() -> successions.follow(id, successor, sequence));
    }

    private UUID current(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> successions.current(id));
    }

    private static String letter(UUID to) {
        String name = "letter " + UUID.randomUUID();
        Database.execute("insert into letter (name, to_id) values (?, ?)", name, to);
        return name;
    }

    private static UUID whose(String letter) {
        return Database.value(UUID.class, "select to_id from letter where name = ?", letter);
    }
}
