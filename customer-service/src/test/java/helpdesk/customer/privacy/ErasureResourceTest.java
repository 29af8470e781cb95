package helpdesk.customer.privacy;

import static helpdesk.customer.Given.CUSTOMERS;
import static helpdesk.customer.Given.as;
import static helpdesk.customer.Given.created;
import static helpdesk.customer.Given.lookedUp;
import static helpdesk.customer.Given.named;
import static helpdesk.customer.Given.unique;
import static helpdesk.customer.Happenings.INTEGRATIONS;
import static helpdesk.customer.Happenings.PATIENCE;
import static helpdesk.customer.Happenings.TICKETS;
import static helpdesk.customer.Happenings.at;
import static helpdesk.customer.Happenings.of;
import static helpdesk.customer.Happenings.opened;
import static helpdesk.customer.Happenings.summaries;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.oneOf;

import helpdesk.customer.Given;
import helpdesk.customer.Happenings;
import helpdesk.platform.erasure.Mentions;
import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody is forgotten. The other services are played by the test: they give their receipts. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ErasureResourceTest {

    private static final String REQUESTED = "org.helpdesk.customer.erasure-requested.v1";

    private static final Map<String, String> OTHERS = Map.of(
            "ticket-service",
            TICKETS,
            "feedback-service",
            Happenings.FEEDBACK,
            "notification-service",
            Happenings.NOTIFICATIONS,
            "gateway",
            "helpdesk.account");

    private final EventProbe probe = EventProbe.on(Happenings.CUSTOMERS);
    private final String name = "Zebulon Quistgaard " + unique();
    private final String email = Given.email();
    private final String formerEmail = Given.email();
    private final String phone = Given.phone();
    private final List<String> terms = List.of(name, email, formerEmail, phone);

    @Inject
    Mentions mentions;

    @Inject
    MovableClock clock;

    @AfterEach
    void close() {
        probe.close();
        clock.reset();
    }

    @Test
    void nothing_is_left_of_who_was_forgotten() {
        UUID ticket = UUID.randomUUID();
        String customer = person(ticket);
        assertThat(mentions.everywhere(terms)).isNotEmpty();
        String other = created(named("emails", List.of(Given.email()))).getString("id");

        String erasure = erased(customer);
        // Nothing is written from now on, and it may be over by the time that it is tried.
        for (ValidatableResponse refused : List.of(
                merge(other, customer),
                merge(customer, other),
                Given.patched(customer, 99, Map.of("name", "Somebody")))) {
            refused.body("code", oneOf("erasure-under-way", "customer-erased"));
        }
        Event question = await(erasure, 1);
        Contracts.assertFits(question);
        assertThat(question.data().path("contacts").toString()).contains(email, formerEmail, phone);
        assertThat(question.data().path("formerIds")).hasSize(1);
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        progress(erasure).getList("missing"))
                .containsExactly("feedback-service", "gateway", "notification-service", "ticket-service"));
        assertThat(progress(erasure).getString("state")).isEqualTo("erasing");
        assertThat(progress(erasure).getMap("receipts[0].erased")).containsKeys("profiles", "notes", "timelineEntries");

        receipts(erasure, customer, 1);
        await(erasure, 2);
        // What was under way brings nothing back.
        probe.publish(TICKETS, of("ticket.resolved", ticket).withData("subject", name));
        probe.publish(TICKETS, opened(ticket, Map.of("name", name, "email", email)));
        UUID late = UUID.randomUUID();
        probe.publish(
                TICKETS,
                at(Instant.now().minusSeconds(3600), opened(late, Map.of("name", name, "email", email)))
                        .withData("subject", name));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> Database.count("erased_subject where id = '%s'".formatted(late)) == 1);
        receipts(erasure, customer, 2);
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        progress(erasure).getString("state"))
                .isEqualTo("done"));
        assertThat(progress(erasure).getList("missing")).isEmpty();
        Contracts.assertFits(probe.await("org.helpdesk.customer.erased.v1", UUID.fromString(customer)));

        assertThat(mentions.everywhere(terms)).isEmpty();
        assertThat(lookedUp("email", email).getList("items")).isEmpty();
        as("agent").get(CUSTOMERS + "/" + customer).then().statusCode(410).body("code", equalTo("customer-erased"));
        as("agent").get(CUSTOMERS + "/" + customer + "/timeline").then().statusCode(410);
        as("admin")
                .body(Map.of())
                .post(CUSTOMERS + "/" + customer + "/erasure")
                .then()
                .statusCode(410);
        assertThat(summaries(other)).containsExactly("Profile created");
        assertThat(Database.count("timeline_entry where customer_id = '%s'".formatted(customer)))
                .isZero();

        // Who writes again is somebody new.
        probe.publish(TICKETS, opened(UUID.randomUUID(), Map.of("name", "Z.", "email", email)));
        assertThat(Happenings.awaitCustomer("email", email)).isNotEqualTo(customer);
    }

    @Test
    void who_does_not_answer_is_asked_again() {
        String customer = created(named("emails", List.of(email))).getString("id");
        String erasure = erased(customer);
        await(erasure, 1);
        clock.move(Erasure.PATIENCE.plusMinutes(1));
        await(erasure, 2);
        assertThat(progress(erasure).getBoolean("overdue")).isFalse();
        clock.move(Erasure.TIME_LIMIT);
        assertThat(progress(erasure).getBoolean("overdue")).isTrue();
    }

    @Test
    void it_is_asked_for_once_and_can_be_repeated_for_a_restored_backup() {
        String customer = created(named("emails", List.of(email))).getString("id");
        String erasure = erased(customer);
        assertThat(erased(customer)).isEqualTo(erasure);
        as("admin")
                .post("/api/v1/erasures/" + erasure + "/repetition")
                .then()
                .statusCode(409)
                .body("code", equalTo("erasure-under-way"));
        await(erasure, 1);
        receipts(erasure, customer, 1);
        await(erasure, 2);
        receipts(erasure, customer, 2);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> progress(erasure).getString("state").equals("done"));
        as("admin").post("/api/v1/erasures/" + erasure + "/repetition").then().statusCode(202);
        Event again = await(erasure, 3);
        Contracts.assertFits(again);
        assertThat(again.data().path("contacts")).isEmpty();
        as("admin").get("/api/v1/erasures").then().body("items.id", hasItem(erasure));
    }

    @Test
    void only_administrators_let_people_be_forgotten() {
        String customer = created(named("emails", List.of(email))).getString("id");
        for (String role : List.of("supervisor", "agent", "integration")) {
            as(role).body(Map.of())
                    .post(CUSTOMERS + "/" + customer + "/erasure")
                    .then()
                    .statusCode(403);
            as(role).get("/api/v1/erasures").then().statusCode(403);
        }
        given().contentType("application/json")
                .body(Map.of())
                .post(CUSTOMERS + "/" + customer + "/erasure")
                .then()
                .statusCode(401);
        as("admin")
                .body(Map.of())
                .post(CUSTOMERS + "/" + UUID.randomUUID() + "/erasure")
                .then()
                .statusCode(404);
        as("admin")
                .body(Map.of("reason", ""))
                .post(CUSTOMERS + "/" + customer + "/erasure")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/reason"));
        as("admin")
                .get("/api/v1/erasures/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("erasure-not-found"));
    }

    /** Somebody of whom there is something everywhere, also in a profile that was merged. */
    private String person(UUID ticket) {
        String customer = created(Map.of(
                        "name", name,
                        "emails", List.of(email),
                        "phones", List.of(phone),
                        "cultureNotes", "Call " + name + " only in the morning.",
                        "customFields", Map.of("nickname", name)))
                .getString("id");
        String duplicate =
                created(Map.of("name", name, "emails", List.of(formerEmail))).getString("id");
        as("agent")
                .body(Map.of("body", name + " likes tea."))
                .post(CUSTOMERS + "/" + duplicate + "/notes")
                .then()
                .statusCode(201);
        as("agent")
                .header("Idempotency-Key", unique())
                .body(Map.of("purpose", "offers", "granted", false, "how", name + " said so"))
                .post(CUSTOMERS + "/" + customer + "/consents")
                .then()
                .statusCode(201);
        as("agent")
                .body(Map.of("customerId", duplicate, "reason", "Both are " + name))
                .post(CUSTOMERS + "/" + customer + "/merges")
                .then()
                .statusCode(201);
        probe.publish(
                TICKETS, opened(ticket, Map.of("name", name, "email", email)).withData("subject", name + " waits"));
        probe.publish(
                INTEGRATIONS,
                Contracts.sample("org.example.order.delayed.v1")
                        .again()
                        .withData("customerId", null)
                        .withData("email", phone)
                        .withData("summary", name)
                        .withData("email", email));
        // Nobody can read it, and it speaks of the person.
        probe.publish(
                TICKETS,
                of("ticket.merged", ticket).withData("mergedIntoNumber", null).withData("subject", name));
        Awaitility.await().atMost(PATIENCE).until(() -> summaries(customer).size() >= 5);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() ->
                        Database.count("dead_letter where position('%s'::bytea in record_value) > 0".formatted(ticket))
                                == 1);
        return customer;
    }

    private static ValidatableResponse merge(String survivor, String duplicate) {
        return as("agent")
                .body(Map.of("customerId", duplicate))
                .post(CUSTOMERS + "/" + survivor + "/merges")
                .then();
    }

    private static String erased(String customer) {
        return as("admin")
                .body(Map.of("reason", "Asked by letter"))
                .post(CUSTOMERS + "/" + customer + "/erasure")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private Event await(String erasure, int round) {
        return probe.await(event -> event.type().equals(REQUESTED)
                && event.data().path("requestId").asText().equals(erasure)
                && event.data().path("round").asInt() == round);
    }

    private static JsonPath progress(String erasure) {
        return as("admin")
                .get("/api/v1/erasures/" + erasure)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void receipts(String erasure, String customer, int round) {
        OTHERS.forEach((service, topic) -> probe.publish(
                topic,
                Contracts.sample("org.helpdesk.personal-data.erased.v1")
                        .again()
                        .with("source", "/" + service)
                        .with("subject", erasure)
                        .withData("requestId", erasure)
                        .withData("customerId", customer)
                        .withData("round", round)
                        .withData("service", service)));
    }
}
