package helpdesk.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sends to each operation that the API document tells of what nobody would send, made from what it says should be sent: every
 * answer is a problem that we meant, or a success; never a failure of ours.
 */
@QuarkusTest
@WithTestResource(RealParts.class)
class OpenApiFuzzResourceTest {

    private static final String TOKEN = Tokens.of("admin");

    private static final List<String> BAD_TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "\u202e",
            "x".repeat(70_000),
            "' or 1=1 --",
            "%_\\",
            "../../etc/passwd",
            "${jndi:ldap://x}",
            "{{7*7}}",
            "<script>alert(1)</script>",
            "\r\nX-Header: 1",
            "😀".repeat(300),
            "-1",
            "99999999999999999999",
            "2026-02-30T99:00:00Z",
            "true");

    private static final List<String> BAD_VALUES = List.of(
            "null",
            "true",
            "-1",
            "1e400",
            "12345678901234567890123",
            "0.1",
            "{}",
            "[]",
            "[null]",
            "[[]]",
            "{\"a\":{\"b\":[]}}",
            "\"\"",
            "[\"\\u0000\"]",
            "{\"\\u0000\":1}");

    private static JsonNode document;

    private final ObjectMapper json = new ObjectMapper();

    @AfterEach
    void forget() {
        Database.execute("delete from ticket_field");
        Database.execute("update topic set parent_path = null");
        Database.execute("delete from topic");
        Database.execute("delete from agent_group");
        Database.execute("delete from ticket_view where id::text not like '01900000-0000-7000-8000-%'");
    }

    static Stream<Arguments> operations() throws IOException {
        Path committed = Contracts.directory().resolve("openapi/ticket-service.yaml");
        document = new YAMLMapper().readTree(committed.toFile());
        List<Arguments> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (List.of("get", "post", "patch", "delete").contains(operation.getKey())) {
                    operations.add(Arguments.of(operation.getKey(), path.getKey(), operation.getValue()));
                }
            }
        }
        return operations.stream();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("operations")
    void nothing_that_is_sent_makes_it_fail(String method, String path, JsonNode operation) {
        String ticket = Api.openedId();
        String address = path.replaceFirst("\\{id}", ticket)
                .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        parameters(method, path, address, operation);
        JsonNode schema = schema(operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema"));
        if (schema.isMissingNode()) {
            schema = schema(operation
                    .path("requestBody")
                    .path("content")
                    .path("application/merge-patch+json")
                    .path("schema"));
        }
        if (!schema.isMissingNode()) {
            bodies(method, address, schema);
        }
    }

    private void parameters(String method, String path, String address, JsonNode operation) {
        for (String bad : BAD_TEXTS) {
            if (path.contains("{") && !bad.isBlank() && bad.length() < 5_000) {
                String encoded = URLEncoder.encode(bad, StandardCharsets.UTF_8).replace("+", "%20");
                assertMeant(request(method, "{}"), method, path.replaceAll("\\{[^}]*}", encoded));
            }
        }
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("in").asText().equals("query")) {
                for (String bad : BAD_TEXTS) {
                    if (bad.length() < 5_000) {
                        RequestSpecification request = request(method, "{}");
                        request.queryParam(parameter.path("name").asText(), bad);
                        assertMeant(request, method, address);
                    }
                }
            }
        }
    }

    private void bodies(String method, String address, JsonNode schema) {
        for (String whole :
                List.of("", "{", "[]", "null", "\"x\"", "1", "{\"a\":1,\"a\":2}", "[".repeat(2_000), "\u0001{}")) {
            assertMeant(request(method, whole), method, address);
        }
        ObjectNode good = example(schema, 0);
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            for (String bad : BAD_VALUES) {
                assertMeant(request(method, with(good, property.getKey(), bad)), method, address);
            }
            for (String bad : BAD_TEXTS) {
                assertMeant(request(method, with(good, property.getKey(), quoted(bad))), method, address);
            }
        }
        assertMeant(request(method, with(good, "unknownField", "1")), method, address);
    }

    private RequestSpecification request(String method, String body) {
        RequestSpecification request = Api.as(TOKEN).header("If-Match", "*");
        if (!method.equals("get") && !method.equals("delete")) {
            request.contentType(method.equals("patch") ? Api.MERGE_PATCH : "application/json")
                    .body(body.getBytes(StandardCharsets.UTF_8));
        }
        return request;
    }

    private static void assertMeant(RequestSpecification request, String method, String address) {
        Response answer =
                request.urlEncodingEnabled(!address.contains("%")).request(method.toUpperCase(Locale.ROOT), address);
        assertThat(answer.statusCode())
                .as("%s %s: %s", method, address, answer.asString())
                .isLessThan(500);
        if (answer.statusCode() >= 400 && !answer.asString().isEmpty()) {
            assertThat(answer.contentType()).as("%s %s", method, address).startsWith("application/problem+json");
            assertThat(answer.asString()).doesNotContain("java.", "helpdesk.ticket", "org.hibernate", "PSQL");
        }
    }

    private String with(ObjectNode good, String field, String value) {
        // As text: values that no tree can hold are among them.
        ObjectNode rest = good.deepCopy();
        rest.remove(field);
        String others = rest.toString();
        return "{" + quoted(field) + ":" + value
                + (rest.isEmpty() ? "" : "," + others.substring(1, others.length() - 1)) + "}";
    }

    private String quoted(String text) {
        return json.getNodeFactory().textNode(text).toString();
    }

    private ObjectNode example(JsonNode schema, int depth) {
        ObjectNode example = json.createObjectNode();
        schema.path("required").forEach(name -> {
            JsonNode property = schema(schema.path("properties").path(name.asText()));
            example.set(name.asText(), value(property, depth));
        });
        return example;
    }

    private JsonNode value(JsonNode schema, int depth) {
        if (schema.has("enum")) {
            return schema.path("enum").get(0);
        }
        if (schema.path("format").asText().equals("uuid")) {
            return json.getNodeFactory().textNode(UUID.randomUUID().toString());
        }
        return switch (schema.path("type").isArray()
                ? schema.path("type").get(0).asText()
                : schema.path("type").asText()) {
            case "integer", "number" -> json.getNodeFactory().numberNode(1);
            case "boolean" -> json.getNodeFactory().booleanNode(false);
            case "array" -> json.createArrayNode();
            case "object" -> depth > 3 ? json.createObjectNode() : example(schema, depth + 1);
            default ->
                json.getNodeFactory()
                        .textNode("fuzz" + UUID.randomUUID().toString().substring(0, 8));
        };
    }

    private static JsonNode schema(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : schema(document.at(reference.substring(1)));
    }
}
