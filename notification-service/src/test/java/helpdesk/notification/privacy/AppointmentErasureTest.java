package helpdesk.notification.privacy;

import static helpdesk.notification.Appointments.PATH;
import static helpdesk.notification.Appointments.book;
import static helpdesk.notification.Appointments.bookedOf;
import static helpdesk.notification.Appointments.booking;
import static helpdesk.notification.Appointments.inHours;
import static helpdesk.notification.Appointments.move;
import static helpdesk.notification.Appointments.read;
import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.message.MessagesOverHttp.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Appointments are found, told, merged and forgotten with whose they are. */
@QuarkusTest
@WithTestResource(RealParts.class)
class AppointmentErasureTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EventProbe probe = EventProbe.on("helpdesk.notification");
    private final Somebody person = Somebody.fresh();
    private final UUID agent = UUID.randomUUID();
    private final Instant start = inHours(60);

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void who_is_forgotten_is_not_visited_and_nothing_is_left_of_whom_and_where() {
        String known = book(visit(person.customerId(), start))
                .statusCode(201)
                .extract()
                .path("id");
        String unknown = book(visit(null, start.plusSeconds(3600)))
                .statusCode(201)
                .extract()
                .path("id");
        move(known, start.plusSeconds(7200), "us").statusCode(201);
        assertThat(list("to", person.email())).isNotEmpty();

        probe.publish("helpdesk.customer", person.erasureRequested(1));
        Event receipt = probe.await("org.helpdesk.personal-data.erased.v1", person.requestId());

        Contracts.assertFits(receipt);
        assertThat(receipt.data().get("erased").get("appointments").asInt()).isEqualTo(2);
        for (String id : List.of(known, unknown)) {
            read(id).body("status", equalTo("cancelled"))
                    .body("name", equalTo("[erased]"))
                    .body("subject", equalTo("[erased]"))
                    .body("address.lines", contains("[erased]"))
                    .body("address.city", nullValue())
                    .body("phone", nullValue())
                    .body("email", nullValue())
                    .body("notes", nullValue());
        }
        assertThat(list("to", person.email())).isEmpty();
        assertThat(Database.count("appointment_reminder where appointment_id in (?, ?)", uuid(known), uuid(unknown)))
                .isZero();
        assertThat(Database.count("appointment_move where appointment_id = ? and reason <> '[erased]'", uuid(known)))
                .isZero();
        bookedOf(agent, start.plusSeconds(3600));
        book(visit(person.customerId(), start.plusSeconds(20_000)))
                .statusCode(422)
                .body("code", equalTo("unknown-customer"));
    }

    @Test
    void all_that_is_held_on_somebody_has_their_appointments() throws IOException {
        String id = book(visit(person.customerId(), start))
                .statusCode(201)
                .extract()
                .path("id");

        Map<String, String> archive = archive(person.customerId());

        assertThat(archive.get("appointments.json")).contains(id, person.name(), person.phone(), "Harbour Street");
        assertThat(archive.get("messages.json"))
                .contains("appointment.ics", "/a/redacted")
                .doesNotContainPattern("/a/[A-Za-z0-9_-]{54}");
    }

    @Test
    void they_follow_a_profile_that_goes_on_in_another() {
        Somebody survivor = Somebody.fresh();
        String id = book(visit(person.customerId(), start))
                .statusCode(201)
                .extract()
                .path("id");
        probe.publish("helpdesk.customer", Somebody.merged(person.customerId(), survivor.customerId(), 2));

        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> as("agent")
                .queryParam("customerId", survivor.customerId())
                .get(PATH)
                .then()
                .body("items.id", contains(id)));
        as("agent")
                .queryParam("customerId", person.customerId())
                .get(PATH)
                .then()
                .body("items.id", contains(id));
    }

    private Map<String, Object> visit(UUID customer, Instant begin) {
        Map<String, Object> visit = new HashMap<>(booking(agent, begin));
        visit.put("customerId", customer);
        visit.put("name", person.name());
        visit.put("email", person.email());
        visit.put("phone", person.phone());
        return visit;
    }

    private static UUID uuid(String id) {
        return UUID.fromString(id);
    }

    private static Map<String, String> archive(UUID customer) throws IOException {
        byte[] zip = as("admin")
                .get("/api/v1/services/notification-service/personal-data/{id}", customer)
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
