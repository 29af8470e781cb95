package helpdesk.platform.problem;

import static helpdesk.platform.problem.Answers.NOTES;
import static helpdesk.platform.problem.Answers.agent;
import static helpdesk.platform.problem.Answers.pointers;
import static helpdesk.platform.problem.Answers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a request apart from its body. */
@QuarkusTest
@WithTestResource(RealParts.class)
class BadRequestTest {

    @TestHTTPResource
    URI server;

    @ParameterizedTest
    @CsvSource({
        "limit=abc,?limit,invalid-parameter",
        "limit=99999999999,?limit,invalid-parameter",
        "limit=0,?limit,invalid-request",
        "limit=101,?limit,invalid-request",
        "kind=odd,?kind,invalid-parameter",
        "since=yesterday,?since,invalid-parameter",
        "author=12,?author,invalid-parameter",
        "q=aaaaaaaaaaaaaaaaaaaaaaaaa,?q,invalid-request",
        "after=abc,?after,invalid-cursor",
        "after=%00,?after,invalid-cursor",
        "after=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA,?after,invalid-cursor"
    })
    void a_bad_query_parameter_is_refused_by_its_name(String query, String pointer, String code) {
        assertThat(pointers(problem(agent().get(NOTES + "?" + query), 400, code)))
                .containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE,,'GET, HEAD, POST'",
        "PUT,/018f0000-0000-7000-8000-000000000001,'GET, HEAD, PATCH'",
        "DELETE,/018f0000-0000-7000-8000-000000000001/,'GET, HEAD, PATCH'",
        "DELETE,/count,'GET, HEAD, PATCH'",
        "PUT,/failures/problem,POST"
    })
    void who_uses_a_method_that_an_address_does_not_know_is_told_those_that_it_does(
            String method, String path, String allowed) {
        Response answer = agent().request(method, NOTES + (path == null ? "" : path));
        problem(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow")).isEqualTo(allowed);
    }

    @Test
    void a_query_parameter_that_the_database_cannot_take_is_refused() {
        problem(agent().get(NOTES + "/count?text=a%00b"), 400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/notes/1234", "/notes/%00", "/notes/..%2f..%2fetc", "/nothing", "/notes/a/b/c"})
    void an_address_that_leads_nowhere_is_not_found(String path) {
        problem(agent().get("/api/v1" + path), 404, "not-found");
    }

    @Test
    void addresses_outside_of_the_api_are_not_found_in_the_same_way() {
        problem(given().get("/nothing"), 404, "not-found");
        problem(given().get("/q/nothing"), 404, "not-found");
    }

    @Test
    void a_path_that_cannot_be_decoded_is_refused() throws Exception {
        assertThat(sendRaw("GET " + NOTES + "/%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void a_length_that_is_no_number_is_refused() throws Exception {
        assertThat(sendRaw("POST " + NOTES + " HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void a_request_with_two_ways_to_tell_its_length_is_refused() throws Exception {
        assertThat(
                        sendRaw(
                                "POST " + NOTES
                                        + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 4");
    }

    @Test
    void methods_and_media_types_that_are_not_known_are_refused() {
        problem(agent().delete(NOTES), 405, "method-not-allowed");
        problem(agent().accept("image/png").get(NOTES), 406, "not-acceptable");
        problem(agent().contentType("text/plain").body("a").post(NOTES), 415, "unsupported-media-type");
        problem(agent().contentType("application/xml").body("<a/>").post(NOTES), 415, "unsupported-media-type");
        problem(
                agent().contentType("application/json")
                        .body("{}")
                        .patch(NOTES + "/018f0000-0000-7000-8000-000000000000"),
                415,
                "unsupported-media-type");
    }

    @Test
    void a_content_type_that_is_none_is_refused() throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(server.resolve(NOTES))
                .header("Content-Type", "nonsense")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).isBetween(400, 415);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    }

    @Test
    void a_body_over_the_limit_is_too_large_whether_its_length_is_told_or_not() throws Exception {
        byte[] large = ("{\"text\":\"" + "a".repeat(1_200_000) + "\"}").getBytes();
        HttpRequest.BodyPublisher[] publishers = {
            HttpRequest.BodyPublishers.ofByteArray(large),
            HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))
        };
        for (HttpRequest.BodyPublisher publisher : publishers) {
            HttpResponse<String> answer = send(HttpRequest.newBuilder(server.resolve(NOTES))
                    .header("Content-Type", "application/json")
                    .POST(publisher));
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
            assertThat(answer.headers().firstValue("x-request-id")).isPresent();
            assertThat(answer.body()).contains("\"code\":\"body-too-large\"");
        }
    }

    @Test
    void who_is_not_known_or_not_allowed_is_told_so() {
        problem(given().get(NOTES), 401, "unauthenticated");
        assertThat(given().get(NOTES).header("WWW-Authenticate")).isEqualTo("Bearer");
        problem(given().auth().oauth2(Tokens.of("customer")).get(NOTES), 403, "forbidden");
        problem(agent().get("/api/v1/undecided"), 403, "forbidden");
    }

    @ParameterizedTest
    @CsvSource({"abc-123,true", "a b,false", "a%0d%0aSet-Cookie: x=1,false", "ä,false", "'',false"})
    void a_request_id_is_taken_when_it_is_well_formed(String id, boolean taken) {
        String answered = agent().header("X-Request-Id", id).get(NOTES).header("X-Request-Id");
        if (taken) {
            assertThat(answered).isEqualTo(id);
        } else {
            assertThat(answered).matches("[0-9a-f-]{36}");
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(
                    request.header("Authorization", "Bearer " + Tokens.of("agent"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private String sendRaw(String request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
