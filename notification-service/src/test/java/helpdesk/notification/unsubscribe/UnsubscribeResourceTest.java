package helpdesk.notification.unsubscribe;

import static helpdesk.notification.Callbacks.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import helpdesk.notification.message.MessagesOverHttp;
import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever gets what they did not ask for says once that they want no more of it. */
@QuarkusTest
@WithTestResource(RealParts.class)
class UnsubscribeResourceTest {

    private static final String UNSUBSCRIBED = "org.helpdesk.message.unsubscribed.v1";

    private final EventProbe probe = EventProbe.on("helpdesk.notification");
    private final String address = "amara-" + UUID.randomUUID() + "@example.org";

    @Inject
    UnsubscribeLinks links;

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void looking_changes_nothing_and_one_click_is_enough() {
        String id = invited(null);
        String path = path(id);
        given().get(path)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", containsString("form-action 'self'"))
                .body(containsString("<button>"));
        given().get(path).then().body(containsString("<button>"));
        assertThat(state(invited(null))).isEqualTo("kept");

        given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(path)
                .then()
                .statusCode(200)
                .body(not(containsString("<button>")));
        given().multiPart("List-Unsubscribe", "One-Click").post(path).then().statusCode(200);
        given().get(path).then().statusCode(200).body(not(containsString("<button>")));

        Event told = probe.await(UNSUBSCRIBED, id);
        Contracts.assertFits(told);
        assertThat(told.data().get("purpose").asText()).isEqualTo("surveys");
        assertThat(told.data().get("channel").asText()).isEqualTo("email");
        assertThat(told.data().has("customerId")).isFalse();
        assertThat(probe.of(id))
                .filteredOn(event -> event.type().equals(UNSUBSCRIBED))
                .hasSize(1);
        assertThat(state(invited(null))).isEqualTo("withheld");
    }

    @Test
    void of_a_customer_the_event_tells_who_it_is() {
        UUID customer = UUID.randomUUID();
        String id = invited(customer);
        given().post(path(id)).then().statusCode(200);
        Event told = probe.await(UNSUBSCRIBED, id);
        Contracts.assertFits(told);
        assertThat(told.data().get("customerId").asText()).isEqualTo(customer.toString());
        assertThat(told.attributes().get("actor")).isEqualTo("customer:" + customer);
    }

    @Test
    void a_link_that_is_none_says_so_in_the_language_of_the_reader() {
        given().header("Accept-Language", "de")
                .get("/u/nothing")
                .then()
                .statusCode(404)
                .body(containsString("Dieser Link gilt nicht mehr"));
        String unknown = links.link(UUID.randomUUID());
        given().post(unknown.substring(unknown.indexOf("/u/"))).then().statusCode(404);
    }

    private String path(String id) {
        String link = links.link(UUID.fromString(id));
        return link.substring(link.indexOf("/u/"));
    }

    private static String state(String id) {
        return as("agent").get("/api/v1/messages/{id}", id).then().extract().path("state");
    }

    private String invited(UUID customer) {
        UUID ticket = UUID.randomUUID();
        Event invited = Contracts.sample("org.helpdesk.survey.invited.v1")
                .again()
                .with("subject", UUID.randomUUID().toString())
                .withData("ticketId", ticket)
                .withData("contact", Map.of("name", "Amara Okafor", "email", address));
        probe.publish("helpdesk.feedback", invited.withData("customerId", customer));
        List<Map<String, Object>> found = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> MessagesOverHttp.ofTicket(ticket), messages -> !messages.isEmpty());
        return found.getFirst().get("id").toString();
    }
}
