package helpdesk.platform.note;

import static helpdesk.platform.problem.Answers.NOTES;
import static helpdesk.platform.problem.Answers.agent;
import static helpdesk.platform.problem.Answers.post;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.RealParts;
import helpdesk.testing.Statements;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What the platform costs in statements: few, and none more for more. */
@QuarkusTest
@WithTestResource(RealParts.class)
class StatementsTest {

    @Test
    void reading_one_takes_one_statement() {
        String path = NOTES + "/" + post(NOTES, "{\"text\":\"one\"}").jsonPath().getString("id");
        assertThat(least(() -> agent().get(path))).isOne();
    }

    @Test
    void a_list_takes_one_statement_however_long_it_is() {
        for (int i = 0; i < 30; i++) {
            post(NOTES, "{\"text\":\"many\"}");
        }
        assertThat(least(() -> agent().get(NOTES + "?limit=30"))).isOne();
    }

    @Test
    void writing_one_takes_two_statements_for_state_and_event() {
        assertThat(least(() -> post(NOTES, "{\"text\":\"two\"}"))).isEqualTo(2);
    }

    @Test
    void an_idempotency_key_takes_three_statements_more() {
        assertThat(least(() -> agent().header("Idempotency-Key", UUID.randomUUID())
                        .contentType("application/json")
                        .body("{\"text\":\"five\"}")
                        .post(NOTES)))
                .isEqualTo(5);
    }

    /** Of several times, the one that no consumer took part in. */
    private static long least(Runnable work) {
        return LongStream.generate(() -> Statements.count(work)).limit(8).min().orElseThrow();
    }
}
