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
import org.junit.jupiter.api.Test;

/** What the platform costs in statements: few, and none more for more. */
@QuarkusTest
@WithTestResource(RealParts.class)
class StatementsTest {

    @Test
    void reading_one_takes_one_statement() {
        String path = NOTES + "/" + post(NOTES, "{\"text\":\"one\"}").jsonPath().getString("id");
        assertThat(Statements.during(() -> agent().get(path))).hasSize(1);
    }

    @Test
    void a_list_takes_one_statement_however_long_it_is() {
        for (int i = 0; i < 30; i++) {
            post(NOTES, "{\"text\":\"many\"}");
        }
        assertThat(Statements.during(() -> agent().get(NOTES + "?limit=30"))).hasSize(1);
    }

    @Test
    void writing_one_takes_two_statements_for_state_and_event() {
        assertThat(Statements.during(() -> post(NOTES, "{\"text\":\"two\"}"))).hasSize(2);
    }

    @Test
    void an_idempotency_key_takes_three_statements_more() {
        assertThat(Statements.during(() -> agent().header("Idempotency-Key", UUID.randomUUID())
                        .contentType("application/json")
                        .body("{\"text\":\"five\"}")
                        .post(NOTES)))
                .hasSize(5);
    }
}
