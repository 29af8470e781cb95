package helpdesk.gateway.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class EventDocumentResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENDING = ".schema.json";

    @Test
    void one_document_holds_every_event_with_its_schema() throws IOException {
        JsonNode document = JSON.readTree(body("json"));
        assertThat(document.path("asyncapi").asText()).isEqualTo("3.0.0");
        try (Stream<Path> files = Files.list(Contracts.directory().resolve("events"))) {
            List<String> schemas = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("org.") && name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .toList();
            assertThat(schemas).hasSizeGreaterThan(20).allSatisfy(name -> assertThat(
                            document.path("components").path("schemas").has(name))
                    .as(name)
                    .isTrue());
        }
    }

    @Test
    void every_reference_leads_somewhere_in_the_document() throws IOException {
        JsonNode document = JSON.readTree(body("json"));
        assertThat(document.findValuesAsText("$ref")).hasSizeGreaterThan(100).allSatisfy(reference -> {
            assertThat(reference).startsWith("#/");
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        });
        // An address of its own would move the beginning of references.
        assertThat(document.findValues("$id")).isEmpty();
    }

    @Test
    void it_is_there_as_yaml_too_and_in_nothing_else() throws IOException {
        assertThat(new YAMLMapper().readTree(body("yaml"))).isEqualTo(JSON.readTree(body("json")));
        given().get("/api/v1/asyncapi?format=xml").then().statusCode(400).body("errors[0].pointer", equalTo("?format"));
    }

    private static String body(String format) {
        return given().get("/api/v1/asyncapi?format=" + format)
                .then()
                .statusCode(200)
                .contentType("application/" + format)
                .extract()
                .asString();
    }
}
