package helpdesk.gateway.connection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import helpdesk.gateway.Gateway;
import helpdesk.testing.TlsIdentity;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.http.runtime.options.TlsCertificateReloader;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Gateway.Parts.class)
@TestProfile(WithTls.class)
class TlsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MIB = 1024 * 1024;

    @TestHTTPResource(value = "/", tls = true)
    URL address;

    private HttpClient client;

    @BeforeEach
    void trust() throws Exception {
        client = client(renewed(), HttpClient.Version.HTTP_2);
    }

    @Test
    void clients_agree_on_http_2_and_older_ones_on_http_1() throws Exception {
        assertThat(get(client, "api/v1/status").version()).isEqualTo(HttpClient.Version.HTTP_2);
        HttpClient older = client(renewed(), HttpClient.Version.HTTP_1_1);
        assertThat(get(older, "api/v1/status").version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    }

    @Test
    void only_who_comes_with_tls_is_told_to_use_nothing_else() throws Exception {
        assertThat(get(client, "api/v1/status").headers().firstValue("Strict-Transport-Security"))
                .isPresent();
        assertThat(given().get("/api/v1/status").header("Strict-Transport-Security"))
                .isNull();
    }

    @Test
    void without_tls_nobody_changes_to_http_2() throws Exception {
        URI plain = URI.create("http://localhost:" + RestAssured.port + "/api/v1/status");
        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(plain).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    }

    @Test
    void bodies_reach_the_service_with_and_without_a_length() throws Exception {
        HttpResponse<String> known = post("api/v1/tickets/echo", BodyPublishers.ofString("hello"));
        assertThat(JsonPath.from(known.body()).getString("body")).isEqualTo("hello");
        assertThat(JsonPath.from(known.body()).getString("headers.x-forwarded-proto"))
                .isEqualTo("https");
        HttpResponse<String> unknown = post(
                "api/v1/tickets/1/attachments",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[3 * MIB])));
        assertThat(unknown.statusCode()).isEqualTo(201);
        assertThat(JsonPath.from(unknown.body()).getInt("length")).isEqualTo(3 * MIB);
    }

    @Test
    void a_body_that_is_too_large_is_refused_and_other_requests_of_the_connection_go_on() throws Exception {
        CompletableFuture<HttpResponse<byte[]>> beside =
                client.sendAsync(request("api/v1/tickets/big").build(), BodyHandlers.ofByteArray());
        HttpResponse<String> refused = post("api/v1/tickets/echo", BodyPublishers.ofByteArray(new byte[2 * MIB]));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.headers().map()).doesNotContainKeys("connection", "transfer-encoding");
        assertThat(beside.get(30, TimeUnit.SECONDS).body()).hasSize(5 * MIB);
    }

    @Test
    void answers_without_a_length_and_many_at_a_time_come_whole() throws Exception {
        HttpResponse<String> pieces = get(client, "api/v1/tickets/stream");
        assertThat(pieces.body()).startsWith("part 0\n").endsWith("part 20\n");
        assertThat(pieces.headers().map()).doesNotContainKeys("connection", "transfer-encoding", "keep-alive");
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(client.sendAsync(request("api/v1/tickets/echo").build(), BodyHandlers.ofString()));
        }
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_new_certificate_needs_no_restart() throws Exception {
        TlsIdentity next = WithTls.renew();
        HttpClient trustsTheNext = client(next, HttpClient.Version.HTTP_2);
        assertThatThrownBy(() -> get(trustsTheNext, "api/v1/status")).isInstanceOf(SSLHandshakeException.class);
        TlsCertificateReloader.reload().toCompletableFuture().get(30, TimeUnit.SECONDS);
        assertThat(get(client(next, HttpClient.Version.HTTP_2), "api/v1/status").statusCode())
                .isEqualTo(200);
    }

    private static TlsIdentity renewed() throws Exception {
        TlsIdentity identity = WithTls.renew();
        TlsCertificateReloader.reload().toCompletableFuture().get(30, TimeUnit.SECONDS);
        return identity;
    }

    private static HttpClient client(TlsIdentity trusted, HttpClient.Version version) throws Exception {
        return HttpClient.newBuilder()
                .sslContext(trusted.trusting())
                .version(version)
                .connectTimeout(PATIENCE)
                .build();
    }

    private HttpResponse<String> get(HttpClient from, String path) throws Exception {
        return from.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, BodyPublisher body) throws Exception {
        return client.send(
                request(path)
                        .header("Content-Type", "application/octet-stream")
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
    }
}
