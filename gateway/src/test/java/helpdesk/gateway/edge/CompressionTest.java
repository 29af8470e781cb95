package helpdesk.gateway.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import helpdesk.gateway.Gateway;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that unpacks nothing by itself sees what is on the wire. */
@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class CompressionTest {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/openapi", "/docs/", "/api/v1/asyncapi", "/api/v1/tickets/long"})
    void long_text_is_compressed_for_who_takes_that(String path) throws Exception {
        HttpResponse<byte[]> packed = get(path, "gzip, br");
        assertThat(packed.statusCode()).isEqualTo(200);
        assertThat(packed.headers().allValues("content-encoding")).containsExactly("gzip");
        assertThat(packed.headers().allValues("vary")).anyMatch(vary -> vary.equalsIgnoreCase("accept-encoding"));
        HttpResponse<byte[]> plain = get(path, null);
        assertThat(plain.headers().firstValue("content-encoding").orElse("identity"))
                .isEqualTo("identity");
        assertThat(plain.headers().allValues("vary")).anyMatch(vary -> vary.equalsIgnoreCase("accept-encoding"));
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .hasSameSizeAs(plain.body());
        assertThat(packed.body().length).isLessThan(plain.body().length / 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/tickets/echo",
                "/api/v1/tickets/big",
                "/api/v1/tickets/packed",
                "/p/a-link-that-does-not-exist",
                "/q/health/live"
            })
    void what_is_short_or_no_text_or_packed_already_or_secret_stays_as_it_is(String path) throws Exception {
        HttpResponse<byte[]> answer = get(path, "gzip");
        assertThat(answer.headers().firstValue("content-encoding").orElse("identity"))
                .isEqualTo(path.endsWith("packed") ? "br" : "identity");
    }

    @Test
    void tokens_are_not_compressed() throws Exception {
        HttpRequest signIn = request("/api/v1/auth/token")
                .header("Accept-Encoding", "gzip")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"username\":\"admin\",\"password\":\"%s\"}".formatted(Gateway.PASSWORD)))
                .build();
        HttpResponse<String> answer = client.send(signIn, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("accessToken");
        assertThat(answer.headers().firstValue("content-encoding").orElse("identity"))
                .isEqualTo("identity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/tickets", "/api/v1/auth/token", "/api/v1/tickets/1/attachments"})
    void a_compressed_body_is_refused_whatever_is_in_it(String path) throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write("{}".getBytes(StandardCharsets.US_ASCII));
        }
        given().header("Content-Encoding", "gzip")
                .contentType("application/json")
                .body(packed.toByteArray())
                .post(path)
                .then()
                .statusCode(415)
                .header("Accept-Encoding", equalTo("identity"))
                .body("code", equalTo("unsupported-media-type"));
    }

    private HttpResponse<byte[]> get(String path, String codings) throws Exception {
        HttpRequest.Builder request = request(path);
        if (codings != null) {
            request.header("Accept-Encoding", codings);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path));
    }
}
