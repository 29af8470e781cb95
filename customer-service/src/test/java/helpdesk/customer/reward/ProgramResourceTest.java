package helpdesk.customer.reward;

import static helpdesk.customer.Given.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
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
class ProgramResourceTest {

    @Test
    void a_program_is_made_read_and_changed() {
        Map<String, Object> body = Rewards.program(Map.of("amount", Map.of("amount", "0012.5", "currency", "EUR")));
        body.put("issue", Map.of("on", "survey.answered"));
        body.put("active", false);
        String id = Rewards.made(body);
        as("agent")
                .get(Rewards.PROGRAMS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("value", equalTo(Map.of("amount", Map.of("amount", "12.50", "currency", "EUR"))))
                .body("validDays", equalTo(365))
                .body("issue.on", equalTo("survey.answered"));
        Map<String, Object> patch = new HashMap<>();
        patch.put("issue", null);
        patch.put("maxIssued", 10);
        Rewards.change(id, patch)
                .statusCode(200)
                .body("issue", nullValue())
                .body("maxIssued", equalTo(10))
                .body("validDays", equalTo(365));
        as("supervisor")
                .body(Map.of(
                        "name", body.get("name").toString().toUpperCase(Locale.ROOT), "value", Map.of("percent", 5)))
                .post(Rewards.PROGRAMS)
                .then()
                .statusCode(409)
                .body("code", equalTo("name-taken"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void what_is_wrong_is_named(String field, Object value, String pointer) {
        Map<String, Object> body = Rewards.program(Map.of("percent", 10));
        body.put(field, value);
        as("supervisor")
                .body(body)
                .post(Rewards.PROGRAMS)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(startsWith(pointer)));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("name", null, "/name"),
                Arguments.of("value", null, "/value"),
                Arguments.of("value", Map.of(), "/value"),
                Arguments.of("value", Map.of("percent", 10, "text", "Coffee"), "/value"),
                Arguments.of("value", Map.of("percent", 101), "/value/percent"),
                Arguments.of("value", Map.of("percent", 1.5), "/value/percent"),
                Arguments.of("value", Map.of("text", ""), "/value/text"),
                Arguments.of(
                        "value", Map.of("amount", Map.of("amount", "0.00", "currency", "EUR")), "/value/amount/amount"),
                Arguments.of(
                        "value", Map.of("amount", Map.of("amount", "-5", "currency", "EUR")), "/value/amount/amount"),
                Arguments.of("value", Map.of("amount", Map.of("amount", "1.005", "currency", "EUR")), "/value/amount"),
                Arguments.of("value", Map.of("amount", Map.of("amount", "5", "currency", "XYZ")), "/value/amount"),
                Arguments.of("value", Map.of("amount", Map.of("amount", "100", "currency", "XAU")), "/value/amount"),
                Arguments.of("value", Map.of("amount", Map.of("amount", "1.5", "currency", "JPY")), "/value/amount"),
                Arguments.of("value", Map.of("amount", Map.of("amount", 5, "currency", "EUR")), "/value/amount/amount"),
                Arguments.of("validDays", 0, "/validDays"),
                Arguments.of("maxIssued", 0, "/maxIssued"),
                Arguments.of("maxPerCustomer", -1, "/maxPerCustomer"),
                Arguments.of("issue", Map.of("on", "sunday"), "/issue/on"),
                Arguments.of("issue", Map.of("on", "ticket.resolved", "surveyId", UUID.randomUUID()), "/issue"),
                Arguments.of("issue", Map.of("on", "survey.answered", "ticketType", "complaint"), "/issue"),
                Arguments.of("issue", Map.of("on", "segment.joined"), "/issue"),
                Arguments.of(
                        "issue",
                        Map.of(
                                "on",
                                "ticket.resolved",
                                "segmentId",
                                UUID.randomUUID().toString()),
                        "/issue"),
                Arguments.of("issued", 7, "/issued"));
    }

    @Test
    void a_segment_that_is_rewarded_exists() {
        Map<String, Object> body = Rewards.program(Map.of("percent", 10));
        body.put("issue", Map.of("on", "segment.joined", "segmentId", UUID.randomUUID()));
        as("supervisor")
                .body(body)
                .post(Rewards.PROGRAMS)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/issue/segmentId"));
    }

    @Test
    void agents_read_and_supervisors_write() {
        as("agent")
                .body(Rewards.program(Map.of("percent", 10)))
                .post(Rewards.PROGRAMS)
                .then()
                .statusCode(403);
        as("integration").get(Rewards.PROGRAMS).then().statusCode(403);
        as("customer").get(Rewards.PROGRAMS).then().statusCode(403);
        given().get(Rewards.PROGRAMS).then().statusCode(401);
        as("agent").get(Rewards.PROGRAMS).then().statusCode(200);
        as("agent")
                .get(Rewards.PROGRAMS + "/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("program-not-found"));
    }

    @Test
    void a_series_is_handed_out_and_never_larger_than_there_may_be_coupons() {
        Map<String, Object> body = Rewards.program(Map.of("text", "A free coffee"));
        body.put("maxIssued", 25);
        String id = Rewards.made(body);
        JsonPath series = series(id, 20).statusCode(201).extract().jsonPath();
        assertThat(series.getList("codes")).hasSize(20).doesNotHaveDuplicates();
        series(id, 6).statusCode(409).body("code", equalTo("no-coupons-left"));
        series(id, 5).statusCode(201);
        series(id, 1001).statusCode(400).body("errors.pointer", contains("/count"));
        as("agent")
                .body(Map.of("count", 1))
                .post(Rewards.PROGRAMS + "/" + id + "/series")
                .then()
                .statusCode(403);

        as("agent")
                .get(Rewards.PROGRAMS + "/" + id + "/tally")
                .then()
                .statusCode(200)
                .body("issued", equalTo(25));
        String code = series.getString("codes[0]");
        Rewards.redeem(code).statusCode(201).body("state", equalTo("redeemed")).body("customerId", nullValue());
        as("supervisor")
                .queryParam("seriesId", series.getString("id"))
                .queryParam("state", "issued")
                .queryParam("limit", 100)
                .get(Rewards.COUPONS)
                .then()
                .statusCode(200)
                .body("items", hasSize(19));
        as("agent").get(Rewards.COUPONS).then().statusCode(403);
        as("supervisor").queryParam("state", "lost").get(Rewards.COUPONS).then().statusCode(400);
    }

    private static ValidatableResponse series(String program, int count) {
        return as("supervisor")
                .body(Map.of("count", count))
                .post(Rewards.PROGRAMS + "/" + program + "/series")
                .then();
    }
}
