package helpdesk.customer.timeline;

import static helpdesk.customer.Given.CUSTOMERS;
import static helpdesk.customer.Given.as;
import static helpdesk.customer.Given.created;
import static helpdesk.customer.Happenings.NOTIFICATIONS;
import static helpdesk.customer.Happenings.at;
import static helpdesk.customer.Happenings.awaitTimeline;
import static helpdesk.customer.Happenings.to;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import helpdesk.customer.Given;
import helpdesk.customer.Happenings;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class TimelineResourceTest {

    @Test
    void a_timeline_begins_with_the_profile() {
        JsonPath customer = created(Map.of("name", "Amara"));
        JsonPath timeline = Happenings.timeline(customer.getString("id"));
        assertThat(timeline.getList("items")).hasSize(1);
        assertThat(timeline.getString("items[0].kind")).isEqualTo("customer.created");
        assertThat(timeline.getString("items[0].at")).isEqualTo(customer.getString("createdAt"));
        assertThat(timeline.getString("next")).isNull();
    }

    @Test
    void pages_show_each_entry_once_also_where_many_have_the_same_time() {
        String customer = created(Map.of("name", "Amara")).getString("id");
        Instant now = Instant.parse("2126-10-05T09:00:00.000001Z");
        try (EventProbe probe = EventProbe.on(NOTIFICATIONS)) {
            for (int i = 0; i < 8; i++) {
                probe.publish(
                        NOTIFICATIONS,
                        at(
                                now.plusSeconds(i / 4),
                                to("callback.attempted", customer).withData("attempt", i)));
            }
        }
        List<String> whole = awaitTimeline(customer, 9).getList("items.id", String.class);

        List<String> paged = new ArrayList<>();
        String next = null;
        do {
            var request = as("agent").queryParam("limit", 2);
            Response page = (next == null ? request : request.queryParam("after", next)).get(address(customer));
            page.then().statusCode(200);
            paged.addAll(page.jsonPath().getList("items.id", String.class));
            next = page.jsonPath().getString("next");
            assertThat(page.header("Link") != null).isEqualTo(next != null);
        } while (next != null);
        assertThat(paged).isEqualTo(whole).doesNotHaveDuplicates().hasSize(9);
    }

    @Test
    void a_timeline_shows_only_the_kinds_that_are_asked_for() {
        String email = Given.email();
        String customer = Given.created(Given.named("emails", List.of(email))).getString("id");
        try (EventProbe probe = EventProbe.on(Happenings.CUSTOMERS)) {
            UUID ticket = UUID.randomUUID();
            probe.publish(Happenings.TICKETS, Happenings.opened(ticket, Map.of("email", email)));
            probe.publish(Happenings.TICKETS, Happenings.of("ticket.closed", ticket));
            probe.publish(Happenings.NOTIFICATIONS, Happenings.to("callback.completed", customer));
            Happenings.awaitTimeline(customer, 4);
        }

        assertThat(kinds(customer, "ticket.closed")).containsExactly("ticket.closed");
        assertThat(kinds(customer, "ticket")).containsExactlyInAnyOrder("ticket.opened", "ticket.closed");
        assertThat(kinds(customer, "ticket.opened, callback"))
                .containsExactlyInAnyOrder("ticket.opened", "callback.completed");
        assertThat(kinds(customer, "tick")).isEmpty();
        assertThat(kinds(customer, "ticket,ticket.opened")).hasSize(2);
        for (String wrong : List.of("ticket,", "x".repeat(1001), ",".repeat(3))) {
            as("agent")
                    .queryParam("kind", wrong)
                    .get(Given.CUSTOMERS + "/" + customer + "/timeline")
                    .then()
                    .statusCode(400);
        }
    }

    private static List<String> kinds(String customer, String kind) {
        return as("agent")
                .queryParam("kind", kind)
                .get(Given.CUSTOMERS + "/" + customer + "/timeline")
                .then()
                .statusCode(200)
                .extract()
                .path("items.kind");
    }

    @Test
    void a_cursor_belongs_to_its_customer() {
        String customer = created(Map.of("name", "Amara")).getString("id");
        String other = created(Map.of("name", "Mei")).getString("id");
        try (EventProbe probe = EventProbe.on(NOTIFICATIONS)) {
            probe.publish(NOTIFICATIONS, to("callback.completed", customer));
        }
        awaitTimeline(customer, 2);
        String next = as("agent")
                .queryParam("limit", 1)
                .get(address(customer))
                .jsonPath()
                .getString("next");
        as("agent")
                .queryParam("after", next)
                .get(address(other))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-cursor"));
    }

    @Test
    void a_limit_out_of_range_is_refused() {
        String customer = created(Map.of("name", "Amara")).getString("id");
        as("agent")
                .queryParam("limit", 101)
                .get(address(customer))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("?limit"));
    }

    @Test
    void an_unknown_customer_is_not_found() {
        as("agent")
                .get(address(UUID.randomUUID().toString()))
                .then()
                .statusCode(404)
                .body("code", equalTo("customer-not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "supervisor", "admin"})
    void staff_read_timelines(String role) {
        String customer = created(Map.of("name", "Amara")).getString("id");
        as(role).get(address(customer)).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"integration", "customer"})
    void nobody_else_does(String role) {
        as(role).get(address(UUID.randomUUID().toString()))
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        given().get(address(UUID.randomUUID().toString())).then().statusCode(401);
    }

    private static String address(String customer) {
        return CUSTOMERS + "/" + customer + "/timeline";
    }
}
