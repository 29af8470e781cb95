package helpdesk.feedback.customer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.feedback.fixture.Invitations;
import helpdesk.feedback.fixture.Person;
import helpdesk.feedback.fixture.Story;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class PersonalDataTest {

    private static final String PATH = "/api/v1/services/feedback-service/personal-data/{id}";

    @Test
    void the_archive_has_all_that_is_held_on_somebody_and_nothing_of_others() throws IOException {
        Person person = Person.somebody();
        Story story = person.story();
        Story reopened = person.story().with("followUpOf", story.ticketId());
        Person other = Person.somebody();
        try (EventProbe probe = EventProbe.on()) {
            Map<String, Object> invitation = Invitations.sent(probe, story);
            given().contentType(ContentType.JSON)
                    .body("{\"answers\":[{\"key\":\"rating\",\"value\":2,\"comment\":\"Too slow\"}]}")
                    .post(Invitations.path(invitation) + "/response")
                    .then()
                    .statusCode(201);
            Invitations.sent(probe, reopened);
            probe.publish("helpdesk.ticket", reopened.reopened(1));
            Invitations.await(reopened, "dropped");
            Invitations.sent(probe, other.story());
        }

        Map<String, String> archive = archive(person.customerId());

        assertThat(archive.keySet())
                .containsExactlyInAnyOrder(
                        "contacts.json", "invitations.json", "responses.json", "reopened-tickets.json");
        assertThat(archive.get("invitations.json"))
                .contains(person.name(), person.phone(), person.handle(), "Did we help?")
                .contains(story.ticketId().toString(), reopened.ticketId().toString())
                .doesNotContain("correlation", "version");
        assertThat(archive.get("responses.json")).contains("Too slow");
        assertThat(archive.get("reopened-tickets.json"))
                .contains(reopened.ticketId().toString());
        assertThat(archive.values()).noneMatch(entry -> entry.contains(other.name()));
        assertThat(archive(UUID.randomUUID())).isEmpty();
    }

    @Test
    void it_is_for_administrators() {
        assertThat(given().get(PATH, UUID.randomUUID()).statusCode()).isEqualTo(401);
        assertThat(read("agent", UUID.randomUUID()).statusCode()).isEqualTo(403);
        assertThat(read("supervisor", UUID.randomUUID()).statusCode()).isEqualTo(403);
    }

    private static Map<String, String> archive(UUID customer) throws IOException {
        byte[] zip = read("admin", customer)
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .extract()
                .asByteArray();
        Map<String, String> entries = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    private static Response read(String role, UUID customer) {
        return given().auth().oauth2(Tokens.of(role)).get(PATH, customer);
    }
}
