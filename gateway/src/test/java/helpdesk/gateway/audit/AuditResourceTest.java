package helpdesk.gateway.audit;

import static helpdesk.gateway.Gateway.PASSWORD;
import static helpdesk.gateway.Gateway.as;
import static helpdesk.gateway.Gateway.createAccount;
import static helpdesk.gateway.Gateway.createApiKey;
import static helpdesk.gateway.Gateway.signIn;
import static helpdesk.gateway.Gateway.someUsername;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.startsWith;

import helpdesk.gateway.Gateway;
import helpdesk.testing.Database;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was done to accounts and keys stays written down, and whoever changes that is found out. */
@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class AuditResourceTest {

    @Test
    void who_signed_in_and_who_tried_to_is_written_down_without_what_they_typed() {
        String username = someUsername();
        String account = createAccount(username, "agent").extract().path("id");
        signIn(username, "my secret thought").statusCode(401);
        signIn(username, PASSWORD).statusCode(200);

        JsonPath entries = about("account:" + account);

        assertThat(entries.getList("items.action"))
                .isEqualTo(List.of("signed-in", "sign-in-failed", "account-created"));
        assertThat(entries.getString("items[0].actor")).isEqualTo("account:" + account);
        assertThat(entries.getString("items[2].detail")).isEqualTo("agent");
        assertThat(entries.getString("items[0].address")).isEqualTo("127.0.0.1");
        assertThat(entries.getString("items[0].requestId")).isNotBlank();
        assertThat(entries.prettify()).doesNotContain("secret thought", PASSWORD, username);
    }

    @Test
    void what_becomes_of_accounts_and_keys_is_written_down() {
        String account = createAccount(someUsername(), "agent").extract().path("id");
        as("admin")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"active\":false,\"password\":\"another password\"}")
                .patch("/api/v1/accounts/" + account)
                .then()
                .statusCode(200);
        assertThat(about("account:" + account).getString("items[0].detail"))
                .isEqualTo("agent, switched off, another password");
        String key = createApiKey("integration").extract().path("id");
        as("admin")
                .header("If-Match", "*")
                .delete("/api/v1/api-keys/" + key)
                .then()
                .statusCode(204);
        assertThat(about("apikey:" + key).getList("items.action"))
                .isEqualTo(List.of("api-key-revoked", "api-key-created"));
    }

    @Test
    void what_failed_is_not_written_down() {
        String username = someUsername();
        createAccount(username, "agent");
        long before = head().getLong("head.number");
        as("admin")
                .contentType("application/json")
                .body("{\"username\":\"" + username + "\",\"password\":\"" + PASSWORD
                        + "\",\"displayName\":\"Mei\",\"roles\":[\"agent\"]}")
                .post("/api/v1/accounts")
                .then()
                .statusCode(409);
        assertThat(head().getLong("head.number")).isEqualTo(before);
    }

    @Test
    void many_at_once_follow_each_other() throws InterruptedException {
        String username = someUsername();
        createAccount(username, "agent");
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 16; i++) {
                people.execute(() -> createApiKey("integration"));
            }
        }
        JsonPath verified = head();
        assertThat(verified.getBoolean("intact")).isTrue();
        assertThat(verified.getLong("to")).isEqualTo(verified.getLong("head.number"));
        assertThat(Database.count("audit_entry")).isGreaterThanOrEqualTo(verified.getLong("to"));
    }

    @Test
    void nobody_changes_removes_or_empties_it() {
        assertThatThrownBy(() -> Database.execute("update audit_entry set detail = 'x'"))
                .hasStackTraceContaining("only ever appended to");
        assertThatThrownBy(() -> Database.execute("delete from audit_entry"))
                .hasStackTraceContaining("only ever appended to");
        assertThatThrownBy(() -> Database.execute("truncate audit_entry"))
                .hasStackTraceContaining("only ever appended to");
    }

    @ParameterizedTest
    @CsvSource({
        "update audit_entry set detail = 'x', It was changed",
        "update audit_entry set actor = 'account:1', It was changed",
        "'update audit_entry set hash = decode(repeat(''ab'', 32), ''hex'')', It was changed",
        "'update audit_entry set previous = decode(repeat(''ab'', 32), ''hex'')', It does not follow",
        "'update audit_entry set seal = decode(repeat(''ab'', 32), ''hex'')', It was not written with",
        "delete from audit_entry, It is missing"
    })
    void whoever_overrides_the_database_is_found_out(String tampering, String reason) {
        createApiKey("integration");
        long number = head().getLong("head.number");
        createApiKey("integration");
        Database.execute("create table audit_copy as select * from audit_entry where number = ?", number);
        try {
            Database.execute("alter table audit_entry disable trigger all");
            Database.execute(tampering + " where number = ?", number);
            as("admin")
                    .queryParam("from", Math.max(1, number - 1))
                    .get("/api/v1/audit-log/verification")
                    .then()
                    .statusCode(200)
                    .body("intact", equalTo(false))
                    .body("fault.number", equalTo((int) number))
                    .body("fault.reason", startsWith(reason));
        } finally {
            Database.execute("delete from audit_entry where number = ?", number);
            Database.execute("insert into audit_entry select * from audit_copy");
            Database.execute("drop table audit_copy");
            Database.execute("alter table audit_entry enable trigger all");
        }
        assertThat(head().getBoolean("intact")).isTrue();
    }

    @Test
    void it_is_read_page_by_page_by_what_was_done_by_whom_and_when() {
        String key = createApiKey("integration").extract().path("id");
        Instant begin = Instant.parse(about("apikey:" + key).getString("items[0].at"));
        createApiKey("integration");
        JsonPath first = as("admin")
                .queryParam("action", "api-key-created")
                .queryParam("from", begin.toString())
                .queryParam("limit", 1)
                .get("/api/v1/audit-log")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items.action", everyItem(equalTo("api-key-created")))
                .extract()
                .jsonPath();
        as("admin")
                .queryParam("action", "api-key-created")
                .queryParam("from", begin.toString())
                .queryParam("limit", 1)
                .queryParam("after", first.getString("next"))
                .get("/api/v1/audit-log")
                .then()
                .statusCode(200)
                .body("items[0].number", lessThan(first.getInt("items[0].number")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"action=nothing", "from=yesterday", "to=x", "after=x", "limit=0"})
    void a_fault_is_named(String query) {
        as("admin").get("/api/v1/audit-log?" + query).then().statusCode(400);
        as("supervisor").get("/api/v1/audit-log").then().statusCode(403);
        as("admin").get("/api/v1/audit-log/verification?from=0").then().statusCode(400);
    }

    private static JsonPath about(String subject) {
        return as("admin")
                .queryParam("subject", subject)
                .get("/api/v1/audit-log")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath head() {
        return as("admin")
                .get("/api/v1/audit-log/verification")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
