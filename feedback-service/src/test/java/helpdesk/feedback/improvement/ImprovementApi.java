package helpdesk.feedback.improvement;

import static io.restassured.RestAssured.given;

import helpdesk.feedback.fixture.Invitations;
import helpdesk.feedback.fixture.Story;
import helpdesk.testing.EventProbe;
import helpdesk.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Improvements as those who work here see them over the API. */
final class ImprovementApi {

    static final String IMPROVEMENTS = "/api/v1/improvements";

    private ImprovementApi() {}

    static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role)).contentType(ContentType.JSON);
    }

    /** Opens one; tells its id. */
    static String open(String body) {
        return as("supervisor")
                .body(body)
                .post(IMPROVEMENTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static String open() {
        return open("{\"title\":\"Parcels arrive by noon\"}");
    }

    static JsonPath read(String id) {
        return as("agent")
                .get(IMPROVEMENTS + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Changes it as it is now. */
    static Response patch(String id, String body) {
        return given().auth()
                .oauth2(Tokens.of("supervisor"))
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"" + read(id).getLong("version") + "\"")
                .body(body)
                .patch(IMPROVEMENTS + "/" + id);
    }

    static void finish(String id) {
        patch(
                        id,
                        "{\"state\":\"done\",\"outcome\":{\"en\":\"By noon.\",\"de\":\"Bis Mittag.\",\"pt-BR\":\"Ao meio-dia.\"}}")
                .then()
                .statusCode(200);
    }

    static Response merge(String id, String intoId) {
        return as("supervisor").body("{\"intoId\":\"%s\"}".formatted(intoId)).post(IMPROVEMENTS + "/" + id + "/merges");
    }

    static Response addVoice(String id, String body) {
        return as("agent").body(body).post(IMPROVEMENTS + "/" + id + "/voices");
    }

    static String customerVoice(UUID customer) {
        return "{\"customerId\":\"%s\",\"email\":\"%s@example.com\"}".formatted(customer, customer);
    }

    static List<String> voiceStates(String id) {
        return as("agent")
                .queryParam("limit", 100)
                .get(IMPROVEMENTS + "/" + id + "/voices")
                .path("items.state");
    }

    static void awaitNobodyWaits(String id) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !voiceStates(id)
                .contains("waiting"));
    }

    /** Lets the story's customer be asked, and answer what to improve; tells the id of the answer. */
    static String suggest(EventProbe probe, Story story, int score, String text) {
        String path = Invitations.path(Invitations.sent(probe, story));
        given().contentType(ContentType.JSON)
                .body("{\"answers\":[{\"key\":\"rating\",\"value\":%d},{\"key\":\"improve\",\"value\":\"%s\"}]}"
                        .formatted(score, text))
                .post(path + "/response")
                .then()
                .statusCode(201);
        return as("agent")
                .queryParam("ticketId", story.ticketId())
                .get("/api/v1/responses")
                .path("items[0].id");
    }
}
