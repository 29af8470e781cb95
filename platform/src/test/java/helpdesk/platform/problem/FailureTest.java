package helpdesk.platform.problem;

import static helpdesk.platform.problem.Answers.NOTES;
import static helpdesk.platform.problem.Answers.agent;
import static helpdesk.platform.problem.Answers.post;
import static helpdesk.platform.problem.Answers.problem;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Database;
import helpdesk.testing.Faults;
import helpdesk.testing.RealParts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not the caller's fault. */
@QuarkusTest
@WithTestResource(RealParts.class)
class FailureTest {

    @Inject
    AgroalDataSource pool;

    /** Ended sessions would fail the next requests until the pool notices by itself. */
    @AfterEach
    void forget_ended_sessions() {
        pool.flush(AgroalDataSource.FlushMode.INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unexpected", "error", "wordless"})
    void an_unforeseen_failure_tells_its_id_and_nothing_else(String kind) {
        Response answer = post(NOTES + "/failures/" + kind, "{\"text\":\"unforeseen\"}");
        problem(answer, 500, "internal-error");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    @Test
    void what_we_cannot_write_is_our_fault() {
        problem(agent().get(NOTES + "/unwritable"), 500, "internal-error");
    }

    @Test
    void a_problem_of_the_service_arrives_as_it_is() {
        assertThat(problem(post(NOTES + "/failures/problem", "{\"text\":\"a\"}"), 409, "conflict")
                        .getString("detail"))
                .isEqualTo("It was there already.");
    }

    @Test
    void a_session_that_ends_in_the_middle_of_a_commit_is_no_internal_error() {
        String text = "commit " + UUID.randomUUID();
        Response answer = post(NOTES + "/failures/commit", "{\"text\":\"" + text + "\"}");
        problem(answer, 503, "temporarily-unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(Database.count("note where text = ?", text)).isZero();
    }

    @Test
    void without_its_database_the_service_says_so_and_lives_and_comes_back() {
        String text = "away " + UUID.randomUUID();
        try (Faults.Fault _ = Faults.databaseAway()) {
            Response answer = post(NOTES, "{\"text\":\"" + text + "\"}");
            problem(answer, 503, "temporarily-unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("2");
            assertThat(agent().get("/q/health/live").statusCode()).isEqualTo(200);
        }
        Awaitility.await().untilAsserted(() -> assertThat(
                        post(NOTES, "{\"text\":\"" + text + "\"}").statusCode())
                .isEqualTo(201));
        assertThat(Database.count("note where text = ?", text)).isOne();
    }

    @Test
    void a_lock_that_somebody_holds_too_long_is_answered_with_try_again() throws Exception {
        String id = post(NOTES, "{\"text\":\"locked\"}").jsonPath().getString("id");
        try (var other = Database.connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeQuery("select * from note where id = '" + id + "' for update");
            Response answer = agent().contentType("application/merge-patch+json")
                    .header("If-Match", "\"0\"")
                    .body("{\"text\":\"b\"}")
                    .patch(NOTES + "/" + id);
            problem(answer, 503, "temporarily-unavailable");
            other.rollback();
        }
    }
}
