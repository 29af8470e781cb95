package helpdesk.customer.transfer;

import static helpdesk.customer.Given.CUSTOMERS;
import static helpdesk.customer.Given.as;
import static helpdesk.customer.Given.created;
import static helpdesk.customer.Given.lookedUp;
import static helpdesk.customer.Given.named;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import helpdesk.customer.Given;
import helpdesk.testing.Database;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Profiles come from elsewhere and go there, row by row, with a report. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ImportResourceTest {

    private static final String IMPORTS = "/api/v1/customer-imports";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final String email = Given.email();
    private final String other = Given.email();

    @Test
    void a_dry_run_tells_what_would_become_of_each_row_and_writes_nothing() {
        String known = created(named("emails", List.of(other))).getString("id");
        String file = "name,emails,birthday\r\nAmara Okafor," + email + ",1990-05-17\r\nAmara O.,"
                + email.toUpperCase(Locale.ROOT) + ",\r\nDaniel," + other
                + ",\r\nNobody,nowhere,tomorrow\r\n,x@example.org,\r\n";
        String id = begin(file, "?dryRun=true");
        JsonPath done = awaitEnd(id);
        assertThat(done.getBoolean("dryRun")).isTrue();
        assertThat(done.getInt("percent")).isEqualTo(100);
        assertThat(outcomes(id)).containsExactly("created", "updated", "updated", "failed", "failed");
        assertThat(rows(id).getString("items[2].customerId")).isEqualTo(known);
        assertThat(rows(id).getList("items[3].problems.column")).containsExactlyInAnyOrder("birthday");
        assertThat(rows(id).getList("items[4].problems.column")).containsExactly("name");
        assertThat(lookedUp("email", email).getList("items")).isEmpty();
        assertThat(Database.count(
                        "customer_import_row where import_id = ? and (cells is not null or identities is not null)",
                        UUID.fromString(id)))
                .as("what rows said is forgotten")
                .isZero();
    }

    @Test
    void each_row_becomes_a_profile_or_adds_to_one() {
        String known = created(Map.of(
                        "name",
                        "Daniel Brandt",
                        "emails",
                        List.of(other),
                        "languages",
                        List.of("de"),
                        "customFields",
                        Map.of("size", 42)))
                .getString("id");
        String phone = Given.phone();
        String company = "Okafor " + Given.unique();
        as("agent")
                .body(Map.of("name", company))
                .post("/api/v1/organizations")
                .then()
                .statusCode(201);
        String id = begin(
                "\uFEFFname,emails,phones,languages,organization,customFields.tier,doNotContact\n"
                        + "\"Okafor, Amara\"," + email + ",'" + phone + ",ig;en," + company.toUpperCase(Locale.ROOT)
                        + ",gold,true\n"
                        + "Dan," + other + ",,en,,silver,\n"
                        + "Amara again," + email + ",,,,,\n"
                        + "Both," + email + ";" + other + ",,,,,\n"
                        + "Lost," + Given.email() + ",,,No such company,,\n",
                "");
        assertThat(awaitEnd(id).getInt("failed")).isEqualTo(2);
        assertThat(outcomes(id)).containsExactly("created", "updated", "updated", "failed", "failed");
        assertThat(rows(id).getString("items[3].problems[0].detail")).contains("2 customers");
        assertThat(rows(id).getString("items[4].problems[0].column")).isEqualTo("organization");
        JsonPath amara = lookedUp("phone", phone);
        assertThat(amara.getString("items[0].name")).isEqualTo("Amara again");
        assertThat(amara.getList("items[0].languages")).isEqualTo(List.of("ig", "en"));
        assertThat(amara.getString("items[0].customFields.tier")).isEqualTo("gold");
        assertThat(amara.getBoolean("items[0].doNotContact")).isTrue();
        assertThat(amara.getString("items[0].organizationId")).isNotNull();
        JsonPath daniel = as("agent").get(CUSTOMERS + "/" + known).jsonPath();
        assertThat(daniel.getString("name")).isEqualTo("Dan");
        assertThat(daniel.getList("languages")).isEqualTo(List.of("en", "de"));
        assertThat(daniel.getMap("customFields")).isEqualTo(Map.of("size", 42, "tier", "silver"));
        as("supervisor")
                .get(IMPORTS + "/" + id + "/report.csv")
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("text/csv"))
                .body(containsString("row,outcome,customerId,problems\r\n1,created,"))
                .body(containsString("5,failed,,organization: There is no organisation of this name."));
        as("supervisor")
                .get(IMPORTS + "/" + id + "/rows?outcome=failed&limit=1")
                .then()
                .body("items.row", equalTo(List.of(4)));
    }

    @Test
    void known_customers_can_be_left_as_they_are() {
        created(named("emails", List.of(other)));
        String id =
                begin("name,emails\nNew," + email + "\nKnown," + other + "\nNew again," + email + "\n", "?known=skip");
        awaitEnd(id);
        assertThat(outcomes(id)).containsExactly("created", "skipped", "skipped");
        assertThat(lookedUp("email", other).getString("items[0].name")).isEqualTo("Amara Okafor");
    }

    @Test
    void what_is_exported_can_be_imported_and_changes_nothing() {
        String tier = Given.unique();
        created(Map.of(
                "name",
                "=Amara; \"Amy\"",
                "emails",
                List.of(email),
                "phones",
                List.of(Given.phone()),
                "handles",
                List.of(Map.of("network", "x", "handle", Given.handle())),
                "languages",
                List.of("ig", "en"),
                "timeZone",
                "Africa/Lagos",
                "birthday",
                "1990-05-17",
                "cultureNotes",
                "Two\nlines",
                "preferredChannel",
                "sms",
                "customFields",
                Map.of("tier", tier)));
        String segment = as("supervisor")
                .body(Map.of(
                        "name",
                        "S " + tier,
                        "conditions",
                        List.of(Map.of("field", "customFields.tier", "in", List.of(tier)))))
                .post("/api/v1/segments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String file = Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> export("?segmentId=" + segment), text -> text.contains(email));
        assertThat(file).contains("\"'=Amara; \"\"Amy\"\"\"").contains("'+").contains(",sms,");
        String id = begin(file, "");
        awaitEnd(id);
        assertThat(outcomes(id)).containsExactly("unchanged");
        assertThat(export("")).contains(email);
        as("supervisor")
                .get("/api/v1/customer-export?segmentId=" + UUID.randomUUID())
                .then()
                .statusCode(422);
        as("supervisor")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(Map.of("active", false))
                .patch("/api/v1/segments/" + segment)
                .then()
                .statusCode(200);
    }

    @Test
    void many_rows_are_taken_over_while_somebody_else_writes_the_same() throws InterruptedException {
        List<String> emails =
                IntStream.range(0, 300).mapToObj(i -> Given.email()).toList();
        String file =
                emails.stream().map(one -> "Amara," + one).collect(Collectors.joining("\n", "name,emails\n", "\n"));
        String id = begin(file, "");
        Thread rival = Thread.ofVirtual()
                .start(() -> emails.reversed().stream().limit(60).forEach(one -> as("agent")
                        .body(Map.of("name", "Rival", "emails", List.of(one)))
                        .post(CUSTOMERS)));
        JsonPath done = awaitEnd(id);
        rival.join();
        assertThat(done.getInt("done")).isEqualTo(300);
        assertThat(done.getInt("failed")).isLessThanOrEqualTo(2);
        for (String one : emails) {
            assertThat(Database.count("customer_identity where value = ?", one)).isOne();
        }
    }

    @Test
    void an_import_can_be_stopped() {
        String file = IntStream.range(0, 20_000)
                .mapToObj(i -> "Amara,a" + i + email)
                .collect(Collectors.joining("\n", "name,emails\n", "\n"));
        String id = begin(file, "?dryRun=true");
        as("supervisor")
                .post(IMPORTS + "/" + id + "/cancellation")
                .then()
                .statusCode(201)
                .body("state", equalTo("cancelled"));
        as("supervisor")
                .post(IMPORTS + "/" + id + "/cancellation")
                .then()
                .statusCode(409)
                .body("code", equalTo("import-ended"));
        assertThat(Database.count("customer_import_row where import_id = ? and cells is not null", UUID.fromString(id)))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void what_cannot_be_read_is_refused_as_a_whole(String file, String advice) {
        long before = Database.count("customer_import where true");
        send(file.getBytes(StandardCharsets.UTF_8), "")
                .statusCode(400)
                .body("errors[0].detail", containsString(advice));
        assertThat(Database.count("customer_import where true")).isEqualTo(before);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("name\n", "no rows"),
                Arguments.of("email\na@example.org\n", "no column “email”"),
                Arguments.of("emails\na@example.org\n", "name is one of them"),
                Arguments.of("name,name\na,b\n", "is there twice"),
                Arguments.of("name,emails\na\n", "Row 1 has 1 cells"),
                Arguments.of("name\n\"a\n", "no CSV file"),
                Arguments.of("name\n" + "a".repeat(5_001) + "\n", "longer than 5,000"),
                Arguments.of("name\n" + "a\n".repeat(100_001), "at most 100,000 rows"));
    }

    @Test
    void only_utf_8_and_only_csv() {
        send(new byte[] {'n', 'a', 'm', 'e', '\n', (byte) 0xE4, '\n'}, "")
                .statusCode(400)
                .body("errors[0].detail", containsString("UTF-8"));
        as("supervisor").body(Map.of("name", "A")).post(IMPORTS).then().statusCode(415);
        send("name\nA\n".getBytes(StandardCharsets.UTF_8), "?known=forget")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("?known"));
    }

    @Test
    void supervisors_import_and_export() {
        as("agent")
                .contentType("text/csv")
                .body("name\nA\n")
                .post(IMPORTS)
                .then()
                .statusCode(403);
        as("agent").get("/api/v1/customer-export").then().statusCode(403);
        as("integration").get(IMPORTS).then().statusCode(403);
        given().get("/api/v1/customer-export").then().statusCode(401);
        as("supervisor")
                .get(IMPORTS + "/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("import-not-found"));
        as("supervisor").get(IMPORTS + "?limit=1").then().statusCode(200).body("items", hasSize(1));
    }

    private static ValidatableResponse send(byte[] file, String query) {
        return as("supervisor")
                .contentType("text/csv")
                .body(file)
                .post(IMPORTS + query)
                .then();
    }

    private static String begin(String file, String query) {
        return send(file.getBytes(StandardCharsets.UTF_8), query)
                .statusCode(202)
                .header("Location", containsString(IMPORTS))
                .extract()
                .path("id");
    }

    private static JsonPath awaitEnd(String id) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> as("supervisor").get(IMPORTS + "/" + id).jsonPath(), now -> now.getString("state")
                        .equals("finished"));
    }

    private static JsonPath rows(String id) {
        return as("supervisor")
                .get(IMPORTS + "/" + id + "/rows?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String> outcomes(String id) {
        return rows(id).getList("items.outcome");
    }

    private static String export(String query) {
        return as("supervisor")
                .get("/api/v1/customer-export" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
