package helpdesk.platform.erasure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import helpdesk.platform.note.NoteService;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Whatever mentions somebody is found, in tables and topics. */
@QuarkusTest
@ActivateRequestContext
@WithTestResource(RealParts.class)
class MentionResourceTest {

    private static final String MENTIONS = "/api/v1/services/platform-test/mentions";

    private final String name = "Zebulon 50%_ Ünal " + UUID.randomUUID();

    @Inject
    NoteService notes;

    @Inject
    Mentions mentions;

    @Test
    void it_is_found_in_tables_and_topics_without_regard_to_case() {
        assertThat(find(name).statusCode(200).extract().jsonPath().getList("items"))
                .isEmpty();
        try (EventProbe probe = EventProbe.on("helpdesk.platform-test")) {
            var note = notes.write("About " + name);
            Event told = probe.await("org.helpdesk.note.written.v1", note.id());
            assertThat(told.data().path("text").asText()).contains(name);
        }
        JsonPath found =
                find(name.toUpperCase(Locale.ROOT)).statusCode(200).extract().jsonPath();
        assertThat(found.getString("next")).isNull();
        assertThat(found.getInt("items.find { it.table == 'note' && it.column == 'text' }.count"))
                .isOne();
        assertThat(found.getInt("items.find { it.topic == 'helpdesk.platform-test' }.count"))
                .isOne();
        // Its signs are no wildcards.
        assertThat(find(name.replace("50%_", "50XXX")).extract().jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void a_search_goes_on_where_it_stopped() {
        notes.write("About " + name);
        List<Mention> found = new ArrayList<>();
        MentionPlace place = MentionPlace.BEGINNING;
        int steps = 0;
        while (place != null) {
            Mentions.Found some = mentions.find(List.of(name), MentionPlace.read(place.values()), Duration.ZERO);
            found.addAll(some.mentions());
            assertThat(some.next()).isNotEqualTo(place);
            place = some.next();
            steps++;
        }
        assertThat(steps).isGreaterThan(5);
        assertThat(found).anyMatch(mention -> "note".equals(mention.table()) && mention.count() == 1);
    }

    @Test
    void only_administrators_search_and_for_something() {
        for (String role : List.of("supervisor", "agent", "integration")) {
            post(Tokens.of(role), Map.of("terms", List.of(name))).statusCode(403);
            given().auth()
                    .oauth2(Tokens.of(role))
                    .get(archive(UUID.randomUUID()))
                    .then()
                    .statusCode(403);
        }
        given().contentType("application/json")
                .body(Map.of("terms", List.of(name)))
                .post(MENTIONS)
                .then()
                .statusCode(401);
        for (Map<String, ?> wrong : List.<Map<String, ?>>of(
                Map.of(),
                Map.of("terms", List.of()),
                Map.of("terms", List.of("ab")),
                Map.of("terms", List.of("   ")),
                Map.of("terms", List.of(name), "after", "somewhere"))) {
            post(Tokens.of("admin"), wrong).statusCode(400);
        }
        given().auth()
                .oauth2(Tokens.of("admin"))
                .contentType("application/json")
                .body(Map.of("terms", List.of(name)))
                .post("/api/v1/services/other-service/mentions")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void an_archive_has_rows_and_files() throws IOException {
        var note = notes.write("About “" + name + "”");
        Map<String, String> entries = new HashMap<>();
        byte[] zip = given().auth()
                .oauth2(Tokens.of("admin"))
                .get(archive(note.id()))
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .extract()
                .asByteArray();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(entries)
                .containsOnlyKeys("notes.json", "files/hello.txt")
                .containsEntry("files/hello.txt", "Grüß Gott");
        JsonPath rows = JsonPath.from(entries.get("notes.json"));
        assertThat(rows.getString("[0].text")).isEqualTo("About “" + name + "”");
        assertThat(rows.getString("[0].id")).isEqualTo(note.id().toString());
    }

    private static String archive(UUID subject) {
        return "/api/v1/services/platform-test/personal-data/" + subject;
    }

    private static ValidatableResponse find(String term) {
        return post(Tokens.of("admin"), Map.of("terms", List.of(term)));
    }

    private static ValidatableResponse post(String token, Map<String, ?> body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post(MENTIONS)
                .then();
    }
}
