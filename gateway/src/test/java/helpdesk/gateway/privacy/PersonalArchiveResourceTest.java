package helpdesk.gateway.privacy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import helpdesk.gateway.Gateway;
import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(Holders.Parts.class)
class PersonalArchiveResourceTest {

    private static final String PATH = "/api/v1/customers/{id}/personal-data";

    @AfterEach
    void leaves_nothing_behind() throws IOException {
        try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(left.map(Path::getFileName).map(Path::toString))
                    .noneMatch(name -> name.startsWith("helpdesk-personal-data"));
        }
    }

    @Test
    void all_parts_come_as_one_archive_with_a_folder_for_each_service() throws IOException {
        UUID person = UUID.randomUUID();
        UUID ticket = UUID.randomUUID();
        try (EventProbe probe = EventProbe.on()) {
            probe.publish("helpdesk.ticket", about("ticket.opened", ticket, person));
            probe.publish("helpdesk.ticket", about("ticket.opened", UUID.randomUUID(), UUID.randomUUID()));
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Gateway.as("agent")
                                .queryParam("subject", ticket)
                                .get("/api/v1/events")
                                .<List<Object>>path("items")
                                .size()
                        == 1);
        String token = Tokens.of("admin");

        Response answer =
                given().auth().oauth2(token).header("X-Request-Id", "archive-1").get(PATH, person);

        answer.then()
                .statusCode(200)
                .contentType("application/zip")
                .header("Content-Disposition", "attachment; filename=\"personal-data-" + person + ".zip\"")
                .header("Cache-Control", "no-store");
        Map<String, String> entries = entries(answer.asByteArray());
        assertThat(entries.keySet())
                .containsExactlyInAnyOrder(
                        "feedback-service/held.json",
                        "notification-service/held.json",
                        "ticket-service/held.json",
                        "gateway/events.json");
        assertThat(entries.get("ticket-service/held.json"))
                .contains(person.toString(), "Bearer " + token, "\"request\":\"archive-1\"");
        assertThat(entries.get("gateway/events.json"))
                .contains(ticket.toString(), "org.helpdesk.ticket.opened.v1")
                .containsOnlyOnce("\"specversion\"");
        Map<String, String> own = entries(given().auth()
                .oauth2(token)
                .get("/api/v1/services/gateway/personal-data/{id}", person)
                .asByteArray());
        assertThat(own).containsOnlyKeys("events.json").containsValue(entries.get("gateway/events.json"));
    }

    @Test
    void what_was_said_of_a_profile_that_goes_on_in_theirs_is_theirs() throws IOException {
        UUID person = UUID.randomUUID();
        UUID former = UUID.randomUUID();
        UUID ticket = UUID.randomUUID();
        try (EventProbe probe = EventProbe.on()) {
            probe.publish("helpdesk.ticket", about("ticket.opened", ticket, former));
            probe.publish(
                    "helpdesk.customer",
                    Contracts.sample("org.helpdesk.customer.merged.v1")
                            .again()
                            .with("subject", former.toString())
                            .withData("customerId", former)
                            .withData("intoId", person));
        }
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> entries(
                        read(person).asByteArray())
                .getOrDefault("gateway/events.json", "")
                .contains(ticket.toString()));
    }

    @Test
    void of_whom_nothing_was_logged_there_is_no_log() throws IOException {
        assertThat(entries(read(UUID.randomUUID()).asByteArray())).hasSize(3).doesNotContainKey("gateway/events.json");
    }

    static Stream<Map.Entry<UUID, String>> failures() {
        return Stream.of(
                Map.entry(Holders.REFUSED, "feedback-service"),
                Map.entry(Holders.BROKEN, "notification-service"),
                Map.entry(Holders.WRONG, "ticket-service"),
                Map.entry(Holders.SILENT, "customer-service"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void when_a_part_is_missing_nothing_is_sent(Map.Entry<UUID, String> failure) {
        read(failure.getKey())
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "2")
                .body("code", equalTo("service-unavailable"))
                .body("service", equalTo(failure.getValue()))
                .body("detail", containsString(failure.getValue()));
    }

    @Test
    void what_is_larger_than_an_archive_may_be_is_refused() {
        read(Holders.LARGE)
                .then()
                .statusCode(507)
                .contentType("application/problem+json")
                .body("code", equalTo("archive-too-large"));
    }

    @Test
    void it_is_for_administrators() {
        given().get(PATH, UUID.randomUUID()).then().statusCode(401);
        Gateway.as("agent").get(PATH, UUID.randomUUID()).then().statusCode(403);
        Gateway.as("supervisor").get(PATH, UUID.randomUUID()).then().statusCode(403);
        Gateway.as("agent")
                .get("/api/v1/services/gateway/personal-data/{id}", UUID.randomUUID())
                .then()
                .statusCode(403);
        Gateway.as("admin").post(PATH, UUID.randomUUID()).then().statusCode(405);
    }

    private static Response read(UUID person) {
        return Gateway.as("admin").get(PATH, person);
    }

    private static Event about(String what, UUID ticket, UUID person) {
        return Contracts.sample("org.helpdesk." + what + ".v1")
                .again()
                .with("subject", ticket.toString())
                .withData("ticketId", ticket)
                .withData("customerId", person);
    }

    private static Map<String, String> entries(byte[] zip) throws IOException {
        Map<String, String> entries = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
