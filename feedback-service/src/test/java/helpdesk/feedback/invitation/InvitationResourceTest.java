package helpdesk.feedback.invitation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import helpdesk.feedback.fixture.Invitations;
import helpdesk.feedback.fixture.Story;
import helpdesk.testing.EventProbe;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class InvitationResourceTest {

    private static final String INVITATIONS = "/api/v1/invitations";

    private static EventProbe probe;

    @Inject
    MovableClock clock;

    @BeforeAll
    static void listen() {
        probe = EventProbe.on("helpdesk.ticket");
    }

    @AfterAll
    static void leave() {
        probe.close();
    }

    @AfterEach
    void restoreTime() {
        clock.reset();
    }

    @Test
    void invitations_are_found_by_ticket_customer_and_state() {
        Story first = Story.begin();
        Map<String, Object> sent = Invitations.sent(probe, first);
        Story second = first.another();
        probe.publish("helpdesk.ticket", second.resolved());
        Map<String, Object> dropped = Invitations.await(second, "dropped");
        as("supervisor")
                .queryParam("customerId", first.customerId())
                .get(INVITATIONS)
                .then()
                .statusCode(200)
                .body("items.id", contains(dropped.get("id"), sent.get("id")));
        as("agent")
                .queryParam("customerId", first.customerId())
                .queryParam("state", "sent")
                .get(INVITATIONS)
                .then()
                .body("items.id", contains(sent.get("id")));
        as("admin")
                .queryParam("ticketId", UUID.randomUUID())
                .get(INVITATIONS)
                .then()
                .statusCode(200)
                .body("items", empty());
        as("agent")
                .queryParam("state", "dropped")
                .get(INVITATIONS)
                .then()
                .body("items.state", everyItem(equalTo("dropped")));
    }

    @Test
    void they_are_listed_page_by_page() {
        Story first = Story.begin();
        Invitations.sent(probe, first);
        for (int i = 0; i < 2; i++) {
            Story next = first.another().with("followUpOf", first.ticketId());
            Invitations.sent(probe, next);
        }
        Response page = of(first).queryParam("limit", 2).get(INVITATIONS);
        page.then().statusCode(200).header("Link", containsString("rel=\"next\""));
        Response last = of(first)
                .queryParam("limit", 2)
                .queryParam("after", page.<String>path("next"))
                .get(INVITATIONS);
        assertThat(page.<List<String>>path("items.id")).hasSize(2);
        assertThat(last.<List<String>>path("items.id"))
                .hasSize(1)
                .doesNotContainAnyElementsOf(page.<List<String>>path("items.id"));
        assertThat(last.<String>path("next")).isNull();
        as("agent")
                .queryParam("after", page.<String>path("next"))
                .get(INVITATIONS)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-cursor"));
    }

    @Test
    void an_invitation_that_nobody_answers_expires() {
        Story story = Story.begin();
        Map<String, Object> sent = Invitations.sent(probe, story);
        clock.move(Duration.ofDays(15));
        assertThat(Invitations.await(story, "expired")).doesNotContainKey("link");
        given().get(Invitations.path(sent)).then().statusCode(410).body("code", equalTo("link-expired"));
    }

    @Test
    void a_filter_that_cannot_be_is_named() {
        as("agent")
                .queryParam("state", "lost")
                .get(INVITATIONS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains("?state"))
                .body("detail", equalTo("Use one of scheduled, sent, answered, dropped, expired."));
        as("agent")
                .queryParam("ticketId", "HD-1042")
                .get(INVITATIONS)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("?ticketId"));
        as("agent").queryParam("limit", 101).get(INVITATIONS).then().statusCode(400);
    }

    @Test
    void only_those_who_work_here_see_them() {
        given().get(INVITATIONS).then().statusCode(401).contentType("application/problem+json");
        as("customer").get(INVITATIONS).then().statusCode(403).contentType("application/problem+json");
        as("integration").get(INVITATIONS).then().statusCode(403);
    }

    private static RequestSpecification of(Story story) {
        return as("agent").queryParam("customerId", story.customerId());
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role));
    }
}
