package helpdesk.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import helpdesk.platform.problem.Failures;
import helpdesk.testing.RealParts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.exception.JDBCConnectionException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class GatheredWorkTest {

    private final List<List<String>> done = new ArrayList<>();

    @Inject
    TransactionSynchronizationRegistry transactions;

    @Test
    void all_pieces_of_a_transaction_are_done_at_once_before_it_commits() {
        GatheredWork<String> work = new GatheredWork<>(transactions, done::add);

        QuarkusTransaction.requiringNew().run(() -> {
            work.add("one");
            work.add("two");
            assertThat(done).isEmpty();
        });
        QuarkusTransaction.requiringNew().run(() -> work.add("three"));

        assertThat(done).containsExactly(List.of("one", "two"), List.of("three"));
    }

    @Test
    void what_was_begun_first_is_done_first() {
        GatheredWork<String> first = new GatheredWork<>(transactions, done::add);
        GatheredWork<String> second = new GatheredWork<>(transactions, done::add);
        GatheredWork<String> none = new GatheredWork<>(transactions, done::add);

        QuarkusTransaction.requiringNew().run(() -> {
            none.begin();
            first.begin();
            second.add("second");
            first.add("first");
        });

        assertThat(done).containsExactly(List.of("first"), List.of("second"));
    }

    @Test
    void nothing_is_done_for_a_transaction_that_failed() {
        GatheredWork<String> work = new GatheredWork<>(transactions, done::add);

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    work.add("one");
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(done).isEmpty();
    }

    @Test
    void a_database_that_is_away_meanwhile_is_recognised() {
        GatheredWork<String> work = new GatheredWork<>(transactions, pieces -> {
            throw new JDBCConnectionException("away", new SQLTransientConnectionException("away", "08006"));
        });

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> work.add("one")))
                .matches(Failures::isDatabaseAway);
    }

    @Test
    void outside_a_transaction_nothing_is_gathered() {
        GatheredWork<String> work = new GatheredWork<>(transactions, done::add);

        assertThatThrownBy(() -> work.add("one")).isInstanceOf(IllegalStateException.class);
    }
}
