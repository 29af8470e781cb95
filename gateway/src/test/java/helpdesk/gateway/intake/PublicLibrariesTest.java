package helpdesk.gateway.intake;

import static helpdesk.gateway.Gateway.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import helpdesk.gateway.Gateway;
import helpdesk.testing.NodePackage;
import helpdesk.testing.Tokens;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Integrations post and read events with the public libraries of CloudEvents, as these come. */
@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class PublicLibrariesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String subject = "order-" + UUID.randomUUID();

    @Test
    void the_one_for_java_posts_in_both_modes_and_reads_what_it_posted() throws Exception {
        CloudEvent structured = event("{\"number\":1,\"shop\":\"Zürich\"}");
        CloudEvent binary = event("{\"number\":2,\"shop\":\"Zürich\"}");
        HttpRequest.Builder first = request();
        HttpMessageFactory.createWriter(first::header, body -> first.POST(HttpRequest.BodyPublishers.ofByteArray(body)))
                .writeStructured(structured, JsonFormat.CONTENT_TYPE);
        assertThat(send(first)).isEqualTo(202);
        HttpRequest.Builder second = request();
        HttpMessageFactory.createWriter(
                        second::header, body -> second.POST(HttpRequest.BodyPublishers.ofByteArray(body)))
                .writeBinary(binary);
        assertThat(send(second)).isEqualTo(202);

        List<CloudEvent> read =
                Awaitility.await().atMost(Duration.ofSeconds(30)).until(this::list, found -> found.size() == 2);

        for (int i = 0; i < 2; i++) {
            CloudEvent sent = List.of(structured, binary).get(i);
            CloudEvent found = read.get(i);
            assertThat(found.getAttributeNames()).containsAll(sent.getAttributeNames());
            for (String attribute : sent.getAttributeNames()) {
                assertThat(found.getAttribute(attribute)).as(attribute).isEqualTo(sent.getAttribute(attribute));
            }
            assertThat(found.getExtension("counter")).isEqualTo("7");
            assertThat(JSON.readTree(found.getData().toBytes()))
                    .isEqualTo(JSON.readTree(sent.getData().toBytes()));
        }
    }

    @Test
    void the_one_for_javascript_posts_in_all_modes_and_reads_list_and_stream() throws Exception {
        NodePackage scripts = NodePackage.installed();
        String start =
                as("admin").queryParam("subject", subject).get("/api/v1/events").path("next");
        byte[] input = JSON.writeValueAsBytes(
                Map.of("url", url(), "token", Tokens.of("admin"), "subject", subject, "start", start));

        NodePackage.Result result = scripts.run("round-trip.mjs", input);

        assertThat(result.status()).as(result.output()).isZero();
        JsonNode ids = JSON.readTree(result.output());
        assertThat(ids.get("posted")).hasSize(4);
        assertThat(ids.get("streamed")).isEqualTo(ids.get("posted"));
        assertThat(ids.get("listed")).isEqualTo(ids.get("posted"));
    }

    private CloudEvent event(String data) {
        return CloudEventBuilder.v1()
                .withId(UUID.randomUUID().toString())
                .withSource(URI.create("https://till.example.org"))
                .withType("org.example.sale.v1")
                .withSubject(subject)
                .withTime(OffsetDateTime.parse("2026-10-05T08:50:00Z"))
                .withExtension("counter", "7")
                .withData("application/json", data.getBytes(StandardCharsets.UTF_8))
                .build();
    }

    private static HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create(url() + "/api/v1/events"))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + Tokens.of("integration"));
    }

    private static int send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private List<CloudEvent> list() throws JsonProcessingException {
        String page = as("admin")
                .queryParam("subject", subject)
                .get("/api/v1/events")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        List<CloudEvent> events = new ArrayList<>();
        for (JsonNode item : JSON.readTree(page).get("items")) {
            events.add(EventFormatProvider.getInstance()
                    .resolveFormat(JsonFormat.CONTENT_TYPE)
                    .deserialize(JSON.writeValueAsBytes(item)));
        }
        return events;
    }

    private static String url() {
        return "http://localhost:" + RestAssured.port;
    }
}
