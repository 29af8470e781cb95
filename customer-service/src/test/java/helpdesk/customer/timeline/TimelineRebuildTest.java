package helpdesk.customer.timeline;

import static helpdesk.customer.Given.CUSTOMERS;
import static helpdesk.customer.Given.as;
import static helpdesk.customer.Given.created;
import static helpdesk.customer.Given.email;
import static helpdesk.customer.Given.named;
import static helpdesk.customer.Given.unique;
import static helpdesk.customer.Happenings.FEEDBACK;
import static helpdesk.customer.Happenings.INTEGRATIONS;
import static helpdesk.customer.Happenings.NOTIFICATIONS;
import static helpdesk.customer.Happenings.PATIENCE;
import static helpdesk.customer.Happenings.TICKETS;
import static helpdesk.customer.Happenings.awaitCustomer;
import static helpdesk.customer.Happenings.of;
import static helpdesk.customer.Happenings.opened;
import static helpdesk.customer.Happenings.summaries;
import static helpdesk.customer.Happenings.timeline;
import static helpdesk.customer.Happenings.to;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.customer.Happenings;
import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Timelines built from the log are those that were built as things happened. */
@QuarkusTest
@WithTestResource(RealParts.class)
class TimelineRebuildTest {

    private static final String REBUILDS = "/api/v1/services/customer-service/timeline-rebuilds";

    private final EventProbe probe = EventProbe.on(Happenings.CUSTOMERS);

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void they_are_the_same_to_the_row() {
        String email = email();
        String formerEmail = email();
        UUID ticket = UUID.randomUUID();
        probe.publish(FEEDBACK, of("survey.answered", ticket));
        probe.publish(TICKETS, opened(ticket, Map.of("name", "Amara", "email", email)));
        String customer = awaitCustomer("email", email);
        String duplicate = created(named("emails", List.of(formerEmail))).getString("id");
        probe.publish(TICKETS, of("ticket.resolved", ticket));
        probe.publish(NOTIFICATIONS, to("callback.completed", customer));
        probe.publish(NOTIFICATIONS, to("message.delivered", duplicate));
        probe.publish(INTEGRATIONS, order().withData("customerId", null).withData("email", formerEmail));
        String coupon = coupon(customer);
        as("integration")
                .body(Map.of("reference", "order 1"))
                .post("/api/v1/coupons/" + coupon + "/redemption")
                .then()
                .statusCode(201);
        awaitEntries(customer, 7);
        awaitEntries(duplicate, 3);

        merge(customer, duplicate);
        // The address is somebody else's by now: what it told then is still whose it was.
        String other = created(Map.of("name", "Somebody else")).getString("id");
        as("agent")
                .body(Map.of("kind", "email", "value", formerEmail))
                .post(CUSTOMERS + "/" + other + "/identity-moves")
                .then()
                .statusCode(201);
        probe.publish(TICKETS, of("ticket.closed", ticket).withData("customerId", duplicate));
        awaitEntries(customer, 12);

        String live = rows(customer, duplicate, other);
        assertThat(live).contains("survey.answered", "reward.redeemed", "customer.merged", "org.example");
        assertThat(rebuilt().getLong("corrected")).isZero();
        assertThat(rows(customer, duplicate, other)).isEqualTo(live);

        Database.execute("delete from timeline_entry where customer_id in ('%s', '%s')".formatted(customer, other));
        assertThat(summaries(customer)).isEmpty();
        assertThat(rebuilt().getLong("added")).isGreaterThanOrEqualTo(13);
        assertThat(rows(customer, duplicate, other)).isEqualTo(live);
    }

    @Test
    void so_is_what_is_told_of_milestones_and_of_who_stays_away() {
        String customer = created(named("emails", List.of(email()))).getString("id");
        String product = "News " + unique();
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        as("agent")
                .body(Map.of("title", "Her shop", "date", today, "act", "card", "hour", 0))
                .post(CUSTOMERS + "/" + customer + "/milestones")
                .then()
                .statusCode(201);
        String rule = as("supervisor")
                .body(Map.of("name", product, "sign", "subscription_ended", "subscription", product, "afterDays", 0))
                .post("/api/v1/lapse-rules")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String subscriptions = CUSTOMERS + "/" + customer + "/subscriptions";
        String subscription = as("agent")
                .body(Map.of("name", product, "endsOn", "2026-09-30"))
                .post(subscriptions)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        awaitEntries(customer, 3);
        as("agent")
                .body(Map.of("endsOn", "2190-01-01"))
                .post(subscriptions + "/" + subscription + "/renewals")
                .then()
                .statusCode(201);
        awaitEntries(customer, 4);

        String live = rows(customer);
        assertThat(live).contains("milestone.reached", "customer.lapsed", "customer.returned");
        Database.execute("delete from timeline_entry where customer_id = '%s'".formatted(customer));
        rebuilt();
        assertThat(rows(customer)).isEqualTo(live);
        as("supervisor")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(Map.of("active", false))
                .patch("/api/v1/lapse-rules/" + rule)
                .then()
                .statusCode(200);
    }

    @Test
    void so_is_what_became_of_surveys_and_of_what_they_led_to() {
        String email = email();
        UUID ticket = UUID.randomUUID();
        List<String> kinds =
                List.of("survey.reminded", "survey.answer-changed", "survey.expired", "improvement.notice-asked");
        kinds.forEach(kind -> probe.publish(FEEDBACK, of(kind, ticket)));
        probe.publish(FEEDBACK, to("survey.answered", null));
        probe.publish(TICKETS, opened(ticket, Map.of("name", "Amara", "email", email)));
        String customer = awaitCustomer("email", email);
        kinds.forEach(kind -> probe.publish(FEEDBACK, to(kind, customer).withData("ticketNumber", null)));
        awaitEntries(customer, 10);

        String live = rows(customer);
        assertThat(live).contains(kinds);
        Database.execute("delete from timeline_entry where customer_id = '%s'".formatted(customer));
        rebuilt();
        assertThat(rows(customer)).isEqualTo(live);
    }

    @Test
    void what_is_wrong_is_corrected() {
        String email = email();
        UUID ticket = UUID.randomUUID();
        probe.publish(TICKETS, opened(ticket, Map.of("name", "Amara", "email", email)));
        String customer = awaitCustomer("email", email);
        awaitEntries(customer, 2);
        String live = rows(customer);
        Database.execute("update timeline_entry set summary = 'Nonsense', kind = 'nonsense' where customer_id = '%s'"
                .formatted(customer));
        assertThat(rebuilt().getLong("corrected")).isEqualTo(2);
        assertThat(rows(customer)).isEqualTo(live);
    }

    @Test
    void what_is_older_than_the_log_stays() {
        String customer = created(named("emails", List.of(email()))).getString("id");
        Database.execute("""
                insert into timeline_entry (id, customer_id, at, kind, summary, source, event_source, event_id)
                values (gen_random_uuid(), '%s', now() - interval '1 year', 'ticket.opened', 'HD-1 opened', 'ticket-service',
                    '/ticket-service', '%s')""".formatted(customer, unique()));
        rebuilt();
        assertThat(summaries(customer)).contains("HD-1 opened");
    }

    @Test
    void only_administrators_rebuild() {
        for (String role : List.of("supervisor", "agent", "integration")) {
            as(role).post(REBUILDS).then().statusCode(403);
            as(role).get(REBUILDS).then().statusCode(403);
        }
        given().post(REBUILDS).then().statusCode(401);
    }

    private static Event order() {
        return Contracts.sample("org.example.order.delayed.v1").again();
    }

    private static String coupon(String customer) {
        String program = as("supervisor")
                .body(Map.of("name", "Thanks " + unique(), "value", Map.of("percent", 10)))
                .post("/api/v1/reward-programs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return as("agent")
                .body(Map.of("programId", program, "reason", "Waited long."))
                .post(CUSTOMERS + "/" + customer + "/coupons")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
    }

    private static void merge(String survivor, String duplicate) {
        as("agent")
                .body(Map.of("customerId", duplicate))
                .post(CUSTOMERS + "/" + survivor + "/merges")
                .then()
                .statusCode(201);
    }

    private static void awaitEntries(String customer, int count) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        timeline(customer).getList("items.summary"))
                .hasSize(count));
    }

    private static JsonPath rebuilt() {
        String id = as("admin").post(REBUILDS).then().statusCode(202).extract().path("id");
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> as("admin")
                                .get(REBUILDS)
                                .then()
                                .extract()
                                .jsonPath()
                                .setRootPath("items.find { it.id == '%s' }".formatted(id)),
                        rebuild -> "finished".equals(rebuild.getString("state")));
    }

    /** All columns of all entries. */
    private static String rows(String... customers) {
        return Database.value(
                String.class,
                "select string_agg(entry::text, E'\\n' order by entry.at, entry.id) from timeline_entry entry where customer_id::text = any(string_to_array(?, ','))",
                String.join(",", customers));
    }
}
