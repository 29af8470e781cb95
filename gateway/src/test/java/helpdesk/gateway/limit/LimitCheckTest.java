package helpdesk.gateway.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import helpdesk.gateway.Gateway;
import helpdesk.platform.persistence.Ids;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Gateway.Parts.class)
@TestProfile(Limited.class)
class LimitCheckTest {

    private static final String READ = "/api/v1/tickets/echo";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    DataSource database;

    @Test
    void whoever_reads_too_often_is_told_when_to_go_on() {
        UUID account = Ids.next();
        as(account)
                .get(READ)
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", "\"reads\";q=6;w=60")
                .header("RateLimit", matchesPattern("\"reads\";r=5;t=\\d+"));
        Response refused = until429(as(account), READ);
        refused.then()
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-9]|10"))
                .header("RateLimit", startsWith("\"reads\";r=0;"))
                .body("code", equalTo("too-many-requests"))
                .body("requestId", notNullValue());
    }

    @Test
    void reads_writes_and_streams_are_counted_apart_and_so_is_everybody() {
        UUID account = Ids.next();
        until429(as(account), READ);
        for (int i = 0; i < 4; i++) {
            as(account)
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .post(READ)
                    .then()
                    .statusCode(200);
        }
        as(account).contentType(ContentType.JSON).body("{}").post(READ).then().statusCode(429);
        as(account).get("/api/v1/tickets/stream").then().statusCode(200);
        as(Ids.next()).get(READ).then().statusCode(200);
    }

    @Test
    void a_key_has_limits_of_its_own_and_zero_is_none() {
        String key = Gateway.createApiKey("integration").extract().path("key");
        RequestSpecification program = given().header("X-Api-Key", key);
        for (int i = 0; i < 20; i++) {
            program.post(READ).then().statusCode(200).header("RateLimit", nullValue());
        }
        until429(program, READ).then().header("RateLimit-Policy", "\"key-reads\";q=3;w=60");
    }

    /** Otherwise whoever knows the id of an account could lock it out. */
    @Test
    void a_made_up_token_uses_up_nothing_of_whom_it_names() {
        UUID account = Ids.next();
        String genuine = Tokens.of(account, "agent");
        String forged = genuine.substring(0, genuine.lastIndexOf('.') + 1) + "c2lnbmF0dXJl";
        Response refused = until429(given().header("Authorization", "Bearer " + forged), READ);
        assertThat(refused.header("RateLimit-Policy")).startsWith("\"anonymous\"");
        as(account).get(READ).then().statusCode(200).header("RateLimit", startsWith("\"reads\";r=5"));
    }

    @Test
    void signing_in_is_limited_by_address() {
        for (int i = 0; i < 20; i++) {
            Response answer = given().contentType(ContentType.JSON)
                    .body("{\"username\":\"nobody\",\"password\":\"" + UUID.randomUUID() + "\"}")
                    .post("/api/v1/auth/token");
            if (answer.statusCode() == 429) {
                answer.then().body("code", equalTo("too-many-requests"));
                assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"sign-in\";q=5;w=60");
                return;
            }
        }
        throw new AssertionError("Nobody was refused");
    }

    @Test
    void health_and_public_keys_are_never_refused() {
        for (int i = 0; i < 20; i++) {
            given().get("/.well-known/jwks.json").then().statusCode(200).header("RateLimit", nullValue());
            given().get("/q/health/live").then().statusCode(200);
        }
    }

    @Test
    void what_was_done_at_another_instance_counts_here_too() throws SQLException {
        UUID account = Ids.next();
        // As another instance writes it; again and again, because allowances grow back.
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            usedElsewhere("writes " + account, 100);
            as(account).post(READ).then().statusCode(429);
        });
        as(account).get(READ).then().statusCode(200);
    }

    @Test
    void what_is_done_here_is_told_to_other_instances() {
        UUID account = Ids.next();
        as(account).get(READ).then().statusCode(200);
        as(account).get(READ).then().statusCode(200);
        Awaitility.await().atMost(PATIENCE).until(() -> told("reads " + account) == 2);
    }

    private static RequestSpecification as(UUID account) {
        return given().header("Authorization", "Bearer " + Tokens.of(account, "agent"));
    }

    /** Allowances grow back while a slow machine asks, but not as fast. */
    private static Response until429(RequestSpecification who, String path) {
        for (int i = 0; i < 100; i++) {
            Response answer = who.get(path);
            if (answer.statusCode() == 429) {
                return answer;
            }
        }
        throw new AssertionError("Nobody was refused");
    }

    private void usedElsewhere(String bucket, int count) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into limit_use (slot, instance, bucket, used)
                        values (floor(extract(epoch from clock_timestamp())), ?, ?, ?)""")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, bucket);
            insert.setInt(3, count);
            insert.executeUpdate();
        }
    }

    private int told(String bucket) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select coalesce(sum(used), 0) from limit_use where bucket = ?")) {
            select.setString(1, bucket);
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
