package helpdesk.notification.webhook;

import static helpdesk.notification.Callbacks.as;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** Webhooks as tests make them. */
public final class Webhooks {

    static final String PATH = "/api/v1/webhooks";

    private Webhooks() {}

    /** Makes a webhook. */
    public static JsonPath made(String url, String... events) {
        return as("admin")
                .body(Map.of("url", url, "events", List.of(events)))
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    static JsonPath read(String id) {
        return as("admin")
                .get(PATH + "/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static Response change(String id, Map<String, ?> changes) {
        return as("admin")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(changes)
                .patch(PATH + "/{id}", id);
    }

    public static Response remove(String id) {
        return as("admin").header("If-Match", "*").delete(PATH + "/{id}", id);
    }

    public static List<Map<String, Object>> deliveries(String id) {
        return as("admin")
                .queryParam("limit", 100)
                .get(PATH + "/{id}/deliveries", id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    public static JsonPath delivery(String id, Object delivery) {
        return as("admin")
                .get(PATH + "/{id}/deliveries/{delivery}", id, delivery)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Waits until the only delivery of the webhook was tried so often, and gives it. */
    static JsonPath awaitAttempts(String id, int attempts) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> deliveries(id).stream()
                                .findFirst()
                                .map(one -> delivery(id, one.get("id")))
                                .orElse(null),
                        one -> one != null && one.getList("log").size() >= attempts);
    }
}
