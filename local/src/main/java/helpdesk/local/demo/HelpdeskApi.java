package helpdesk.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import helpdesk.local.process.StartFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The public API, as any other client sees it. */
public final class HelpdeskApi {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int PATCH_ATTEMPTS = 5;
    private static final int STALE = 412;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final String base;
    private final String token;

    private HelpdeskApi(String base, String token) {
        this.base = base;
        this.token = token;
    }

    /**
     * @param url of the gateway
     * @return the API for somebody without an account
     */
    public static HelpdeskApi anonymous(String url) {
        return new HelpdeskApi(url + "/api/v1", null);
    }

    /** @return the API for an account */
    public HelpdeskApi as(String username, String password) {
        JsonNode answer = post("/auth/token", Map.of("username", username, "password", password), null);
        return new HelpdeskApi(base, answer.path("accessToken").asText());
    }

    /** @return the API for the same account, of a service directly */
    public HelpdeskApi at(String url) {
        return new HelpdeskApi(url + "/api/v1", token);
    }

    /** @return the body of the answer */
    public JsonNode get(String path) {
        return expect(send(request(path).GET().build()), path).body();
    }

    /** @return a request that reads, for who sends it in a way of his own */
    public HttpRequest reading(String path) {
        return request(path).GET().build();
    }

    /**
     * @param key makes a repetition harmless; null where that is not needed
     * @return the body of the answer
     */
    public JsonNode post(String path, Object body, String key) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(written(body)));
        if (key != null) {
            request.header("Idempotency-Key", "demonstration-" + key);
        }
        return expect(send(request.build()), path).body();
    }

    /** Posts events as one batch (CloudEvents). */
    public void publish(List<? extends Map<String, ?>> events) {
        expect(
                send(request("/events")
                        .header("Content-Type", "application/cloudevents-batch+json")
                        .POST(BodyPublishers.ofString(written(events)))
                        .build()),
                "/events");
    }

    /** Removes something, as it is now. */
    public void delete(String path) {
        expect(send(request(path).header("If-Match", "*").DELETE().build()), path);
    }

    /** Changes something, beginning anew when somebody else (a rule, an event) was faster. */
    JsonNode patch(String path, Object change) {
        for (int attempt = 1; ; attempt++) {
            Answer current = expect(send(request(path).GET().build()), path);
            HttpRequest request = request(path)
                    .header("Content-Type", "application/merge-patch+json")
                    .header("If-Match", current.etag())
                    .method("PATCH", BodyPublishers.ofString(written(change)))
                    .build();
            Answer answer = send(request);
            if (answer.status() != STALE || attempt == PATCH_ATTEMPTS) {
                return expect(answer, path).body();
            }
        }
    }

    /** @return the status alone, for things that may be there already */
    int tryPost(String path, Object body, String key) {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "demonstration-" + key)
                .POST(BodyPublishers.ofString(written(body)))
                .build();
        Answer answer = send(request);
        return Set.of(409, 422).contains(answer.status())
                ? answer.status()
                : expect(answer, path).status();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            JsonNode body =
                    response.body().isBlank() ? JsonNodeFactory.instance.objectNode() : JSON.readTree(response.body());
            return new Answer(
                    response.statusCode(),
                    body,
                    response.headers().firstValue("ETag").orElse(""));
        } catch (IOException e) {
            throw new StartFailure("%s could not be asked (%s).".formatted(request.uri(), e), e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while asking the helpdesk.", stopped);
        }
    }

    private static Answer expect(Answer answer, String path) {
        if (answer.status() >= 300) {
            JsonNode problem = answer.body();
            throw new StartFailure("%s answered %d: %s (%s) %s"
                    .formatted(
                            path,
                            answer.status(),
                            problem.path("detail").asText(problem.path("title").asText()),
                            problem.path("code").asText("no code"),
                            problem.path("errors").isMissingNode() ? "" : problem.path("errors")));
        }
        return answer;
    }

    private static String written(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new IllegalArgumentException("It can't be written as JSON", e);
        }
    }

    private record Answer(int status, JsonNode body, String etag) {}
}
