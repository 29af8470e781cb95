package helpdesk.gateway.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import helpdesk.gateway.Gateway;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The collection for Postman, held to what the schema of the format 2.1 demands. */
@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class PostmanCollectionTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "patch", "delete");

    @Test
    void it_is_a_collection_of_the_format_2_1_with_where_the_api_is_and_a_token_as_variables() throws IOException {
        JsonNode collection = read("postman");
        assertThat(collection.at("/info/name").asText()).isEqualTo("Helpdesk API");
        assertThat(collection.at("/info/schema").asText())
                .isEqualTo("https://schema.getpostman.com/json/collection/v2.1.0/collection.json");
        assertThat(collection.at("/auth/type").asText()).isEqualTo("bearer");
        assertThat(collection.at("/auth/bearer/0/value").asText()).isEqualTo("{{token}}");
        assertThat(collection.path("variable").findValuesAsText("key")).containsExactly("baseUrl", "token");
        assertThat(collection.at("/variable/0/value").asText())
                .startsWith("http")
                .doesNotEndWith("/");
    }

    @Test
    void every_operation_is_a_request_in_the_folder_of_its_tag() throws IOException {
        int operations = 0;
        for (Map.Entry<String, JsonNode> path : read("json").path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                operations += METHODS.contains(operation.getKey()) ? 1 : 0;
            }
        }
        JsonNode folders = read("postman").path("item");
        assertThat(requests()).hasSize(operations);
        assertThat(folders.findValuesAsText("name")).doesNotContain("").contains("Tickets", "Operations");
        assertThat(folders).allSatisfy(folder -> assertThat(folder.path("item")).isNotEmpty());
    }

    @Test
    void every_request_has_what_the_schema_of_the_format_demands() throws IOException {
        assertThat(requests()).allSatisfy(item -> {
            JsonNode request = item.path("request");
            assertThat(request.path("method").asText()).isIn("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
            JsonNode url = request.path("url");
            assertThat(url.path("raw").asText()).startsWith("{{baseUrl}}/").doesNotContain("/{");
            assertThat(url.at("/host/0").asText()).isEqualTo("{{baseUrl}}");
            List<String> path = texts(url.path("path"));
            assertThat(String.join("/", path))
                    .isEqualTo(url.path("raw").asText().substring("{{baseUrl}}/".length()));
            assertThat(path.stream().filter(part -> part.startsWith(":")).map(part -> part.substring(1)))
                    .as(url.path("raw").asText())
                    .containsExactlyInAnyOrderElementsOf(url.path("variable").findValuesAsText("key"));
            for (JsonNode pair : List.of(url.path("query"), url.path("variable"), request.path("header"))) {
                assertThat(pair).allSatisfy(entry -> {
                    assertThat(entry.path("key").asText()).isNotEmpty();
                    assertThat(entry.path("value").isTextual()).isTrue();
                });
            }
            assertThat(item.path("response").isArray()).isTrue();
            if (request.has("body")) {
                String mode = request.at("/body/mode").asText();
                assertThat(mode).isIn("raw", "urlencoded", "file");
                assertThat(request.path("body").has(mode)).isTrue();
            }
        });
    }

    @Test
    void a_ticket_is_opened_with_a_key_and_a_sample_of_what_is_needed() throws IOException {
        JsonNode request = request("POST", "{{baseUrl}}/api/v1/tickets");
        assertThat(header(request, "Idempotency-Key")).isEqualTo("{{$guid}}");
        assertThat(header(request, "Content-Type")).isEqualTo("application/json");
        assertThat(request.has("auth")).isFalse();
        assertThat(JSON.readTree(request.at("/body/raw").asText()).has("subject"))
                .isTrue();
    }

    @Test
    void a_change_names_the_version_it_is_of_and_who_signs_in_needs_no_token() throws IOException {
        JsonNode change = request("PATCH", "{{baseUrl}}/api/v1/tickets/:id");
        assertThat(header(change, "If-Match")).isEqualTo("\"0\"");
        assertThat(header(change, "Content-Type")).isEqualTo("application/merge-patch+json");
        JsonNode signIn = request("POST", "{{baseUrl}}/api/v1/auth/token");
        assertThat(signIn.at("/auth/type").asText()).isEqualTo("noauth");
    }

    @Test
    void every_body_of_json_is_json() throws IOException {
        for (JsonNode item : requests()) {
            JsonNode body = item.at("/request/body");
            if (body.at("/options/raw/language").asText().equals("json")) {
                assertThat(JSON.readTree(body.path("raw").asText()))
                        .as(item.path("name").asText())
                        .isNotNull();
            }
        }
    }

    private static JsonNode request(String method, String url) throws IOException {
        return requests().stream()
                .map(item -> item.path("request"))
                .filter(request -> request.path("method").asText().equals(method)
                        && request.at("/url/raw").asText().equals(url))
                .findFirst()
                .orElseThrow();
    }

    private static String header(JsonNode request, String name) {
        for (JsonNode header : request.path("header")) {
            if (header.path("key").asText().equals(name)) {
                return header.path("value").asText();
            }
        }
        return null;
    }

    private static List<JsonNode> requests() throws IOException {
        List<JsonNode> requests = new ArrayList<>();
        read("postman").path("item").forEach(folder -> folder.path("item").forEach(requests::add));
        return requests;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static JsonNode read(String format) throws IOException {
        return JSON.readTree(given().get("/api/v1/openapi?format=" + format)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .asString());
    }
}
