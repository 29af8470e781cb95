package helpdesk.customer.organization;

import static helpdesk.customer.Given.CUSTOMERS;
import static helpdesk.customer.Given.as;
import static helpdesk.customer.Given.created;
import static helpdesk.customer.Given.named;
import static helpdesk.customer.Given.patched;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import helpdesk.customer.Given;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class OrganizationResourceTest {

    private static final String PATH = "/api/v1/organizations";

    private final String domain = "d" + Given.unique() + ".example";

    @Test
    void an_organisation_is_made_read_changed_and_removed() {
        UUID agent = Given.agent("Daniel Brandt");
        String name = "Okafor & Söhne " + Given.unique();
        Map<String, Object> body = new HashMap<>(Map.of(
                "name",
                name,
                "domains",
                List.of(domain.toUpperCase(Locale.ROOT), domain),
                "notes",
                "Ask for the order number.",
                "accountManagerId",
                agent,
                "customFields",
                Map.of("seats", 25)));
        JsonPath made = as("agent")
                .body(body)
                .post(PATH)
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("domains", equalTo(List.of(domain)))
                .body("accountManagerId", equalTo(agent.toString()))
                .body("customFields.seats", equalTo(25))
                .extract()
                .jsonPath();
        String id = made.getString("id");

        change(id, Map.of("customFields", Map.of("region", "north"), "domains", List.of()))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("customFields", equalTo(Map.of("seats", 25, "region", "north")))
                .body("domains", hasSize(0))
                .body("notes", equalTo("Ask for the order number."));
        as("integration")
                .queryParam("name", name.substring(0, 12).toLowerCase(Locale.ROOT))
                .queryParam("limit", 100)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
        as("agent").header("If-Match", "\"1\"").delete(PATH + "/" + id).then().statusCode(403);
        as("supervisor").delete(PATH + "/" + id).then().statusCode(428);
        as("supervisor")
                .header("If-Match", "\"0\"")
                .delete(PATH + "/" + id)
                .then()
                .statusCode(412);
        as("supervisor")
                .header("If-Match", "\"1\"")
                .delete(PATH + "/" + id)
                .then()
                .statusCode(204);
        as("agent").get(PATH + "/" + id).then().statusCode(404).body("code", equalTo("organization-not-found"));
    }

    @Test
    void who_writes_from_its_domain_belongs_to_it_and_keeps_it_from_being_removed() {
        String id = made("Belongs " + Given.unique(), domain);
        String customer = created(named("emails", List.of(Given.unique() + "@" + domain.toUpperCase(Locale.ROOT))))
                .getString("id");
        String elsewhere = made("Elsewhere " + Given.unique());
        Map<String, Object> body = named("emails", List.of(Given.unique() + "@" + domain));
        body.put("organizationId", elsewhere);

        as("agent").get(CUSTOMERS + "/" + customer).then().body("organizationId", equalTo(id));
        assertThat(created(body).getString("organizationId")).isEqualTo(elsewhere);
        as("agent")
                .queryParam("organizationId", id)
                .get(CUSTOMERS)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(customer)));
        as("supervisor")
                .header("If-Match", "*")
                .delete(PATH + "/" + id)
                .then()
                .statusCode(409)
                .body("code", equalTo("organization-in-use"));
        Map<String, Object> leave = new HashMap<>();
        leave.put("organizationId", null);
        patched(customer, 0, leave).statusCode(200).body("organizationId", nullValue());
        as("supervisor").header("If-Match", "*").delete(PATH + "/" + id).then().statusCode(204);
    }

    @Test
    void names_and_domains_belong_to_one() {
        String name = "Only one " + Given.unique();
        String id = made(name, domain);
        as("agent")
                .body(Map.of("name", name.toUpperCase(Locale.ROOT)))
                .post(PATH)
                .then()
                .statusCode(409)
                .body("code", equalTo("name-taken"))
                .body("errors.pointer", contains("/name"));
        String other = made("Another " + Given.unique());
        change(other, Map.of("domains", List.of(domain)))
                .statusCode(409)
                .body("code", equalTo("domain-taken"))
                .body("errors.pointer", contains("/domains"));
        change(id, Map.of("name", name.toUpperCase(Locale.ROOT))).statusCode(200);
    }

    @Test
    void an_account_manager_works_here() {
        as("agent")
                .body(Map.of("name", "Nobody " + Given.unique(), "accountManagerId", UUID.randomUUID()))
                .post(PATH)
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-agent"))
                .body("errors.pointer", contains("/accountManagerId"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void what_is_wrong_is_named(String field, Object value, String pointer) {
        Map<String, Object> body = new HashMap<>(Map.of("name", "Faulty " + Given.unique()));
        body.put(field, value);
        as("agent").body(body).post(PATH).then().statusCode(400).body("errors.pointer", hasItem(pointer));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("name", null, "/name"),
                Arguments.of("name", "", "/name"),
                Arguments.of("name", "x".repeat(201), "/name"),
                Arguments.of("domains", List.of("example"), "/domains/0"),
                Arguments.of("domains", List.of("ok.example", "@example.com"), "/domains/1"),
                Arguments.of("domains", Collections.singletonList(null), "/domains/0"),
                Arguments.of("domains", List.of("a.".repeat(50_000) + "a"), "/domains/0"),
                Arguments.of("domains", List.of("a..example"), "/domains/0"),
                Arguments.of("domains", List.of("a-.example"), "/domains/0"),
                Arguments.of("notes", "x".repeat(2001), "/notes"),
                Arguments.of("accountManagerId", "daniel", "/accountManagerId"),
                Arguments.of("customFields", Map.of("a b", 1), "/customFields/a b"),
                Arguments.of("customFields", Map.of("deep", Map.of("er", 1)), "/customFields/deep"),
                Arguments.of("version", 3, "/version"));
    }

    @Test
    void who_has_no_role_for_it_is_refused() {
        given().get(PATH).then().statusCode(401);
        as("customer").get(PATH).then().statusCode(403);
        as("customer").body(Map.of("name", "No")).post(PATH).then().statusCode(403);
    }

    @Test
    void organisations_are_listed_by_name_page_by_page() {
        String beginning = "Zz" + Given.unique();
        List<String> ids =
                Stream.of("c", "A", "b").map(end -> made(beginning + end)).toList();
        JsonPath first = as("agent")
                .queryParam("name", beginning)
                .queryParam("limit", 2)
                .get(PATH)
                .jsonPath();
        assertThat(first.getList("items.id")).isEqualTo(List.of(ids.get(1), ids.get(2)));
        JsonPath second = as("agent")
                .queryParam("name", beginning)
                .queryParam("limit", 2)
                .queryParam("after", first.getString("next"))
                .get(PATH)
                .jsonPath();
        assertThat(second.getList("items.id")).isEqualTo(List.of(ids.get(0)));
        assertThat(second.getString("next")).isNull();
        as("agent").queryParam("name", "%").get(PATH).then().statusCode(200).body("items", hasSize(0));
    }

    private static String made(String name, String... domains) {
        return as("agent")
                .body(Map.of("name", name, "domains", List.of(domains)))
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse change(String id, Map<String, ?> patch) {
        return as("agent")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(patch)
                .patch(PATH + "/" + id)
                .then();
    }
}
