package helpdesk.feedback.improvement;

import static helpdesk.feedback.improvement.ImprovementApi.IMPROVEMENTS;
import static helpdesk.feedback.improvement.ImprovementApi.as;
import static helpdesk.feedback.improvement.ImprovementApi.open;
import static helpdesk.feedback.improvement.ImprovementApi.patch;
import static helpdesk.feedback.improvement.ImprovementApi.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import helpdesk.testing.Contracts;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class ImprovementResourceTest {

    @Test
    void an_improvement_is_opened_by_hand() {
        as("supervisor")
                .body("""
                        {"title":" Parcels arrive by noon ","description":"The carrier comes late.",
                         "aim":{"measure":"score","by":"category","key":"delivery"}}""")
                .post(IMPROVEMENTS)
                .then()
                .statusCode(201)
                .header("ETag", notNullValue())
                .body("title", equalTo("Parcels arrive by noon"))
                .body("source", equalTo("hand"))
                .body("state", equalTo("open"))
                .body("voices", equalTo(0))
                .body("aim.days", equalTo(30))
                .body("$", not(hasKey("ownerId")));
    }

    @Test
    void an_owner_works_here_and_is_named() {
        UUID agent = UUID.randomUUID();
        as("supervisor")
                .body("{\"title\":\"Better\",\"ownerId\":\"%s\"}".formatted(agent))
                .post(IMPROVEMENTS)
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-agent"))
                .body("errors.pointer", contains("/ownerId"));
        try (EventProbe probe = EventProbe.on("helpdesk.account")) {
            probe.publish(
                    "helpdesk.account",
                    Contracts.sample("org.helpdesk.account.created.v1")
                            .again()
                            .with("subject", agent.toString())
                            .withData("accountId", agent)
                            .withData("displayName", "Noor Haddad")
                            .withData("roles", List.of("agent"))
                            .withData("active", true));
        }
        Awaitility.await()
                .until(() -> as("supervisor")
                                .body("{\"title\":\"Better\",\"ownerId\":\"%s\"}".formatted(agent))
                                .post(IMPROVEMENTS)
                                .statusCode()
                        == 201);
        as("agent")
                .queryParam("ownerId", agent)
                .get(IMPROVEMENTS)
                .then()
                .statusCode(200)
                .body("items.ownerName", contains("Noor Haddad"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/title",
                "{\"title\":\" \"}|/title",
                "{\"title\":\"a\\nb\"}|/title",
                "{\"title\":\"Better\",\"state\":\"done\"}|/state",
                "{\"title\":\"Better\",\"source\":\"whim\"}|/source",
                "{\"title\":\"Better\",\"source\":\"cause\"}|/causeFitting",
                "{\"title\":\"Better\",\"source\":\"answer\"}|/answerFitting",
                "{\"title\":\"Better\",\"responseIds\":[null]}|/responseIds/0",
                "{\"title\":\"Better\",\"aim\":{}}|/aim/measure",
                "{\"title\":\"Better\",\"aim\":{\"measure\":\"score\",\"by\":\"team\"}}|/aim/whole",
                "{\"title\":\"Better\",\"aim\":{\"measure\":\"score\",\"days\":3}}|/aim/days"
            })
    void what_does_not_fit_is_named(String body, String pointer) {
        as("supervisor").body(body).post(IMPROVEMENTS).then().statusCode(400).body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"state\":\"done\"}|400|/outcome",
                "{\"state\":\"done\",\"outcome\":{}}|400|/outcome",
                "{\"state\":\"done\",\"outcome\":{\"x\":\"Done\"}}|400|/outcome",
                "{\"state\":\"declined\"}|400|/reason",
                "{\"reason\":\"Why not\"}|400|/reason",
                "{\"state\":\"merged\"}|409|/state",
                "{\"state\":null}|400|/state",
                "{\"title\":null}|400|/title",
                "{\"version\":7}|400|/version",
                "{\"mergedIntoId\":null}|400|/mergedIntoId"
            })
    void what_cannot_be_changed_so_is_named(String body, int status, String pointer) {
        String id = open();
        patch(id, body).then().statusCode(status).body("errors[0].pointer", startsWith(pointer));
        assertThat(read(id).getString("state")).isEqualTo("open");
    }

    @Test
    void it_goes_its_way_until_it_is_done() {
        String id = open();
        patch(id, "{\"state\":\"planned\"}").then().statusCode(200);
        patch(id, "{\"state\":\"in_progress\"}").then().statusCode(200).body("workBeganAt", notNullValue());
        patch(id, "{\"state\":\"open\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("transition-not-allowed"))
                .body("allowed", contains("planned", "done", "declined"));
        patch(id, "{\"state\":\"done\",\"outcome\":{\"en\":\"By noon.\"}}")
                .then()
                .statusCode(200)
                .body("state", equalTo("done"))
                .body("doneAt", notNullValue());
        patch(id, "{\"state\":\"open\"}").then().statusCode(409).body("allowed", equalTo(List.of()));
        patch(id, "{\"outcome\":{\"de\":\"Bis Mittag.\"}}")
                .then()
                .statusCode(200)
                .body("outcome.en", equalTo("By noon."))
                .body("outcome.de", equalTo("Bis Mittag."));
        patch(id, "{\"outcome\":null}").then().statusCode(400).body("errors.pointer", contains("/outcome"));
    }

    @Test
    void what_was_declined_for_a_reason_can_be_opened_again() {
        String id = open();
        patch(id, "{\"state\":\"declined\",\"reason\":\"No lorry.\"}")
                .then()
                .statusCode(200)
                .body("reason", equalTo("No lorry."));
        patch(id, "{\"state\":\"open\"}").then().statusCode(200).body("$", not(hasKey("reason")));
    }

    @Test
    void a_change_is_made_only_to_what_was_seen() {
        String id = open();
        long seen = read(id).getLong("version");
        ImprovementApi.addVoice(id, "{\"name\":\"Bo\"}").then().statusCode(201);
        patchSeen(id, seen, "{\"title\":\"Better\"}").then().statusCode(200);
        patchSeen(id, seen, "{\"title\":\"Worse\"}").then().statusCode(412);
        as("supervisor")
                .contentType("application/merge-patch+json")
                .body("{\"title\":\"Worse\"}")
                .patch(IMPROVEMENTS + "/" + id)
                .then()
                .statusCode(428);
        as("supervisor").body("{}").patch(IMPROVEMENTS + "/" + id).then().statusCode(415);
    }

    private static Response patchSeen(String id, long version, String body) {
        return as("supervisor")
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .patch(IMPROVEMENTS + "/" + id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"integration", "customer"})
    void who_is_not_on_the_staff_sees_nothing(String role) {
        String id = open();
        for (String path : List.of(
                IMPROVEMENTS,
                IMPROVEMENTS + "/" + id,
                IMPROVEMENTS + "/" + id + "/voices",
                IMPROVEMENTS + "/" + id + "/effect",
                "/api/v1/suggestions",
                "/api/v1/complaint-causes")) {
            as(role).get(path).then().statusCode(403);
        }
        as(role).body("{\"name\":\"Bo\"}")
                .post(IMPROVEMENTS + "/" + id + "/voices")
                .then()
                .statusCode(403);
    }

    @Test
    void agents_read_and_link_and_supervisors_do_the_rest() {
        String id = open();
        as("agent").get(IMPROVEMENTS + "/" + id).then().statusCode(200);
        as("agent").body("{\"title\":\"Better\"}").post(IMPROVEMENTS).then().statusCode(403);
        as("agent")
                .body("{\"intoId\":\"%s\"}".formatted(open()))
                .post(IMPROVEMENTS + "/" + id + "/merges")
                .then()
                .statusCode(403);
        as("agent")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"title\":\"Better\"}")
                .patch(IMPROVEMENTS + "/" + id)
                .then()
                .statusCode(403);
    }

    @Test
    void lists_are_pages_by_state_the_newest_first() {
        String first = open();
        String second = open();
        patch(first, "{\"state\":\"planned\"}").then().statusCode(200);
        patch(second, "{\"state\":\"planned\"}").then().statusCode(200);
        String next = as("agent")
                .queryParam("state", "planned")
                .queryParam("limit", 1)
                .get(IMPROVEMENTS)
                .then()
                .statusCode(200)
                .body("items.id", contains(second))
                .extract()
                .path("next");
        as("agent")
                .queryParam("state", "planned")
                .queryParam("limit", 1)
                .queryParam("after", next)
                .get(IMPROVEMENTS)
                .then()
                .body("items.id", contains(first));
        as("agent").queryParam("after", next).get(IMPROVEMENTS).then().statusCode(400);
        as("agent").queryParam("state", "ready").get(IMPROVEMENTS).then().statusCode(400);
        as("agent")
                .get(IMPROVEMENTS + "/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("improvement-not-found"));
    }
}
