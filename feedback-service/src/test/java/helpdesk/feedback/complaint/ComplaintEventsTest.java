package helpdesk.feedback.complaint;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.feedback.fixture.Person;
import helpdesk.feedback.fixture.Story;
import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class ComplaintEventsTest {

    private static final String TICKETS = "helpdesk.ticket";
    private static final String CUSTOMERS = "helpdesk.customer";

    private static EventProbe probe;

    private final Person person = Person.somebody();
    private final Story complaint = person.story().with("type", "complaint");

    @BeforeAll
    static void listen() {
        probe = EventProbe.on("helpdesk.feedback");
    }

    @AfterAll
    static void leave() {
        probe.close();
    }

    @Test
    void news_count_in_their_order_whenever_they_come() {
        probe.publish(TICKETS, explained("newer", 12));
        probe.publish(TICKETS, explained("older", 11));
        probe.publish(TICKETS, complaint.resolved().with("sequence", "9"));
        probe.publish(TICKETS, complaint.with("type", "question").changed().with("sequence", "8"));
        probe.publish(TICKETS, complaint.with("language", "fr").changed().with("sequence", "13"));
        await("cause = 'newer' and resolved_at is not null and language = 'fr' and not is_complaint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"opened", "changed", "resolved", "closed", "reopened"})
    void samples_are_read(String what) {
        UUID ticket = UUID.randomUUID();
        probe.publish(
                TICKETS,
                Contracts.sample("org.helpdesk.ticket." + what + ".v1")
                        .again()
                        .with("subject", ticket.toString())
                        .withData("ticketId", ticket));
        probe.publish(TICKETS, complaint.resolved());
        await("true");
        assertThat(given().auth()
                        .oauth2(Tokens.of("admin"))
                        .queryParam("limit", 100)
                        .get("/api/v1/services/feedback-service/dead-letters")
                        .<List<String>>path("items.key"))
                .doesNotContain(ticket.toString());
    }

    @Test
    void who_is_identified_late_is_known_as_the_profile_goes_on() {
        UUID survivor = UUID.randomUUID();
        complaint.with("customerId", null);
        probe.publish(TICKETS, complaint.resolved().with("sequence", "9"));
        await("customer_id is null");
        probe.publish(
                TICKETS,
                complaint.with("customerId", person.customerId()).changed().with("sequence", "10"));
        await("customer_id is not null");
        probe.publish(CUSTOMERS, Person.merged(person.customerId(), survivor, 4));
        await("customer_id = '%s' and customer_origin_id = '%s'".formatted(survivor, person.customerId()));
        probe.publish(CUSTOMERS, Person.unmerged(person.customerId(), survivor, 5));
        await("customer_id = '%s' and customer_origin_id is null".formatted(person.customerId()));
    }

    @Test
    void nothing_comes_back_of_who_is_forgotten() {
        probe.publish(TICKETS, complaint.resolved().with("sequence", "9"));
        await("contact_email is not null");
        probe.publish(CUSTOMERS, person.erasureRequested(1));
        await("contact = '{}' and contact_email is null and erased_at is not null");
        Story another = person.story().with("type", "complaint");
        probe.publish(TICKETS, complaint.resolved().with("sequence", "11"));
        probe.publish(TICKETS, another.resolved());
        Story last = Story.begin().with("type", "complaint");
        probe.publish(TICKETS, last.resolved());
        await("contact = '{}' and contact_email is null");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Database.count("complaint where ticket_id = ?", last.ticketId()) == 1);
        assertThat(Database.count("complaint where customer_id = ?", person.customerId()))
                .isEqualTo(1);
    }

    @Test
    void the_archive_has_what_somebody_asked_for_and_complained_of() throws IOException {
        probe.publish(TICKETS, explained("carrier", 8));
        probe.publish(TICKETS, complaint.resolved().with("sequence", "9"));
        await("cause = 'carrier' and resolved_at is not null");
        String improvement = staff("supervisor")
                .body("{\"title\":\"Another carrier\"}")
                .post("/api/v1/improvements")
                .path("id");
        staff("agent")
                .body("{\"customerId\":\"%s\",\"email\":\"%s\"}".formatted(person.customerId(), person.email()))
                .post("/api/v1/improvements/" + improvement + "/voices")
                .then()
                .statusCode(201);
        Map<String, String> archive = archive(person.customerId());
        assertThat(archive.get("complaints.json")).contains("carrier", person.name());
        assertThat(archive.get("improvement-voices.json")).contains("Another carrier", person.email(), "waiting");
    }

    private Event explained(String cause, int sequence) {
        return complaint
                .changed()
                .with("sequence", Integer.toString(sequence))
                .withData("changes", List.of(Map.of("field", "cause", "to", cause)));
    }

    private void await(String condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        Database.count("complaint where ticket_id = ? and " + condition, complaint.ticketId()) == 1);
    }

    private static RequestSpecification staff(String role) {
        return given().auth().oauth2(Tokens.of(role)).contentType(ContentType.JSON);
    }

    private static Map<String, String> archive(UUID customer) throws IOException {
        byte[] zip = given().auth()
                .oauth2(Tokens.of("admin"))
                .get("/api/v1/services/feedback-service/personal-data/" + customer)
                .then()
                .statusCode(200)
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
}
