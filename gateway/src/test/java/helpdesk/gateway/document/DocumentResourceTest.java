package helpdesk.gateway.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import helpdesk.gateway.Gateway;
import helpdesk.testing.Contracts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class DocumentResourceTest {

    private static final ObjectMapper YAML = new YAMLMapper();

    @Test
    void one_document_holds_the_paths_of_every_service() throws IOException {
        JsonNode merged = json();
        assertThat(merged.path("openapi").asText()).startsWith("3.1");
        for (Path file : committed()) {
            YAML.readTree(file.toFile()).path("paths").fieldNames().forEachRemaining(path -> assertThat(
                            merged.path("paths").has(path))
                    .as("%s of %s", path, file.getFileName())
                    .isTrue());
        }
        assertThat(merged.path("paths").has("/api/v1/auth/token")).isTrue();
        assertThat(merged.path("paths").properties())
                .noneMatch(path -> path.getKey().startsWith("/q/"));
    }

    @Test
    void every_reference_leads_somewhere_and_every_operation_has_a_name_of_its_own() throws IOException {
        JsonNode merged = json();
        assertThat(merged.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(
                        merged.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
        List<String> ids = merged.path("paths").findValuesAsText("operationId");
        Set<String> distinct = new HashSet<>(ids);
        assertThat(ids).hasSameSizeAs(distinct);
        for (Map.Entry<String, JsonNode> scheme :
                merged.at("/components/securitySchemes").properties()) {
            assertThat(scheme.getKey()).isEqualTo("token");
        }
        merged.path("paths")
                .findValues("security")
                .forEach(security -> security.forEach(
                        one -> assertThat(one.fieldNames()).toIterable().containsOnly("token")));
    }

    @Test
    void it_comes_as_yaml_too() throws IOException {
        String yaml = given().get("/api/v1/openapi?format=yaml")
                .then()
                .statusCode(200)
                .contentType("application/yaml")
                .extract()
                .asString();
        assertThat(YAML.readTree(yaml)).isEqualTo(json());
        given().get("/api/v1/openapi?format=xml").then().statusCode(400).body("errors[0].pointer", equalTo("?format"));
    }

    @Test
    void a_page_to_try_it_is_at_docs_and_may_load_what_it_needs_from_here_only() {
        given().redirects().follow(false).get("/").then().statusCode(302).header("Location", "/docs");
        String page = given().get("/docs/")
                .then()
                .statusCode(200)
                .contentType(containsString("text/html"))
                .header("Content-Security-Policy", containsString("script-src 'self'"))
                .extract()
                .asString();
        assertThat(page).contains("/api/v1/openapi").doesNotContain("src=\"http", "href=\"http");
        given().get("/docs").then().statusCode(200);
        given().get("/docs/swagger-ui-bundle.js").then().statusCode(200);
    }

    private static JsonNode json() throws IOException {
        return new ObjectMapper()
                .readTree(given().get("/api/v1/openapi")
                        .then()
                        .statusCode(200)
                        .contentType("application/json")
                        .extract()
                        .asString());
    }

    private static List<Path> committed() throws IOException {
        try (Stream<Path> files = Files.list(Contracts.directory().resolve("openapi"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
    }
}
