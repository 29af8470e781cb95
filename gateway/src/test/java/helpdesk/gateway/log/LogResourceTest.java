package helpdesk.gateway.log;

import static helpdesk.gateway.Gateway.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import helpdesk.gateway.Gateway;
import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class LogResourceTest {

    @Test
    void every_topic_is_in_the_log_as_cloud_events() {
        Map<String, String> samples = Map.of(
                "helpdesk.ticket", "org.helpdesk.ticket.opened.v1",
                "helpdesk.customer", "org.helpdesk.customer.created.v1",
                "helpdesk.feedback", "org.helpdesk.survey.answered.v1",
                "helpdesk.notification", "org.helpdesk.callback.requested.v1",
                "helpdesk.account", "org.helpdesk.account.changed.v1",
                "helpdesk.integration", "org.example.order.delayed.v1");
        try (EventProbe probe = EventProbe.on()) {
            samples.forEach((topic, type) -> {
                Event event = Contracts.sample(type)
                        .again()
                        .with("subject", UUID.randomUUID().toString());
                probe.publish(topic, event);
                Map<String, Object> item = awaitItems(event.subject(), 1).getFirst();
                assertThat(item)
                        .containsEntry("specversion", "1.0")
                        .containsEntry("id", event.id())
                        .containsEntry("type", type)
                        .containsEntry("subject", event.subject())
                        .containsEntry("source", event.attributes().get("source"))
                        .containsEntry("datacontenttype", "application/json")
                        .containsKeys("time", "data")
                        .doesNotContainKeys("position", "envelope");
                if (event.attributes().containsKey("sequence")) {
                    assertThat(item).containsKeys("sequence", "correlationid", "causationid", "actor", "dataschema");
                }
            });
        }
    }

    @Test
    void links_of_customers_are_in_the_log_without_their_token() {
        try (EventProbe probe = EventProbe.on()) {
            Event invited = Contracts.sample("org.helpdesk.survey.invited.v1")
                    .again()
                    .with("subject", UUID.randomUUID().toString());
            probe.publish("helpdesk.feedback", invited);
            Map<String, Object> item = awaitItems(invited.subject(), 1).getFirst();
            assertThat(item.toString())
                    .contains("https://help.example.com/surveys/redacted")
                    .doesNotContain("a-sample-token");
        }
    }

    @Test
    void links_of_third_parties_are_in_the_log_without_their_token() {
        try (EventProbe probe = EventProbe.on()) {
            String subject = UUID.randomUUID().toString();
            Event written = Contracts.sample("org.helpdesk.side-conversation.written.v1")
                    .again()
                    .with("subject", subject);
            probe.publish("helpdesk.ticket", written);
            assertThat(awaitItems(subject, 1).getFirst().toString())
                    .contains("/api/v1/side-conversations/redacted")
                    .doesNotContain("side-conversations/token");
        }
    }

    @Test
    void the_same_event_is_in_the_log_once_however_often_it_comes() {
        try (EventProbe probe = EventProbe.on()) {
            Event event = ticket(UUID.randomUUID().toString());
            for (int i = 0; i < 100; i++) {
                probe.publish("helpdesk.ticket", event);
            }
            probe.publish("helpdesk.ticket", event.again());
            assertThat(awaitItems(event.subject(), 2)).hasSize(2);
        }
    }

    @Test
    void a_record_that_is_no_event_becomes_a_dead_letter_and_the_next_is_logged() {
        try (EventProbe probe = EventProbe.on("helpdesk.ticket.dlq")) {
            String subject = UUID.randomUUID().toString();
            String poison = "not json " + subject;
            probe.publish(new ProducerRecord<>("helpdesk.ticket", subject, poison.getBytes(StandardCharsets.UTF_8)));
            probe.publish("helpdesk.ticket", ticket(subject));
            assertThat(awaitItems(subject, 1)).hasSize(1);
            probe.await(event -> subject.equals(event.key())
                    && "gateway.log".equals(event.attributes().get("header:dead-letter-consumer")));
        }
    }

    @Test
    void filters_by_type_and_subject_narrow_the_list() {
        String subject = UUID.randomUUID().toString();
        try (EventProbe probe = EventProbe.on()) {
            probe.publish("helpdesk.ticket", ticket(subject));
            probe.publish(
                    "helpdesk.ticket",
                    Contracts.sample("org.helpdesk.ticket.closed.v1").again().with("subject", subject));
            probe.publish(
                    "helpdesk.feedback",
                    Contracts.sample("org.helpdesk.survey.answered.v1").again().with("subject", subject));
        }
        awaitItems(subject, 3);
        assertThat(types(subject, "org.helpdesk.ticket.closed.v1")).containsExactly("org.helpdesk.ticket.closed.v1");
        assertThat(types(subject, "org.helpdesk.ticket.*")).hasSize(2);
        assertThat(types(subject, "org.helpdesk.survey.*,org.helpdesk.ticket.closed.v1"))
                .hasSize(2);
        assertThat(types(subject, "org.helpdesk.tick%")).isEmpty();
        assertThat(types(subject, "org_helpdesk.*")).isEmpty();
        as("agent")
                .queryParam("type", ",")
                .get("/api/v1/events")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("?type"));
        as("agent").queryParam("subject", " ").get("/api/v1/events").then().statusCode(400);
        as("agent").queryParam("limit", 101).get("/api/v1/events").then().statusCode(400);
    }

    @Test
    void there_is_always_a_cursor_to_go_on_with() {
        String subject = UUID.randomUUID().toString();
        Response empty = as("agent").queryParam("subject", subject).get("/api/v1/events");
        assertThat(empty.<List<Object>>path("items")).isEmpty();
        String start = empty.path("next");
        try (EventProbe probe = EventProbe.on()) {
            probe.publish("helpdesk.ticket", ticket(subject));
            awaitItems(subject, 1);
            Response first = as("agent")
                    .queryParam("subject", subject)
                    .queryParam("after", start)
                    .get("/api/v1/events");
            assertThat(first.<List<Object>>path("items")).hasSize(1);
            assertThat(first.header("Link")).contains("rel=\"next\"");
            probe.publish("helpdesk.ticket", ticket(subject));
            awaitItems(subject, 2);
            as("agent")
                    .queryParam("subject", subject)
                    .queryParam("after", first.<String>path("next"))
                    .get("/api/v1/events")
                    .then()
                    .body("items.size()", equalTo(1))
                    .body("next", notNullValue());
        }
        as("agent")
                .queryParam("after", start + "x")
                .get("/api/v1/events")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-cursor"));
    }

    @Test
    void a_reader_who_follows_the_log_misses_nothing_while_it_grows() {
        int count = 600;
        String type = "org.example.burst-" + UUID.randomUUID();
        Set<String> published = new LinkedHashSet<>();
        Set<String> read = new LinkedHashSet<>();
        List<String> cursor = new ArrayList<>(List.of(
                as("agent").queryParam("type", type).get("/api/v1/events").<String>path("next")));
        Thread publisher = Thread.ofPlatform().start(() -> {
            try (EventProbe probe = EventProbe.on()) {
                for (int i = 0; i < count; i++) {
                    Event event = Contracts.sample("org.example.order.delayed.v1")
                            .again()
                            .with("type", type)
                            .with("subject", "order-" + i);
                    published.add(event.id());
                    probe.publish(i % 2 == 0 ? "helpdesk.integration" : "helpdesk.ticket", event);
                }
            }
        });
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    Response page = as("agent")
                            .queryParam("type", type)
                            .queryParam("limit", 7)
                            .queryParam("after", cursor.getLast())
                            .get("/api/v1/events");
                    page.<List<String>>path("items.id")
                            .forEach(id -> assertThat(read.add(id)).isTrue());
                    cursor.add(page.path("next"));
                    return read.size() >= count;
                });
        Awaitility.await().until(() -> !publisher.isAlive());
        assertThat(read).containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void integrations_see_everything_but_accounts_and_others_nothing() {
        String subject = UUID.randomUUID().toString();
        try (EventProbe probe = EventProbe.on()) {
            probe.publish(
                    "helpdesk.account",
                    Contracts.sample("org.helpdesk.account.created.v1").again().with("subject", subject));
            probe.publish("helpdesk.ticket", ticket(subject));
        }
        awaitItems(subject, 2);
        as("integration")
                .queryParam("subject", subject)
                .get("/api/v1/events")
                .then()
                .statusCode(200)
                .body("items.type", contains("org.helpdesk.ticket.opened.v1"));
        as("integration")
                .queryParam("type", "org.helpdesk.account.*")
                .queryParam("subject", subject)
                .get("/api/v1/events")
                .then()
                .body("items.size()", equalTo(0));
        as("supervisor")
                .queryParam("subject", subject)
                .get("/api/v1/events")
                .then()
                .body("items.size()", equalTo(2));
        as("customer").get("/api/v1/events").then().statusCode(403);
        given().get("/api/v1/events").then().statusCode(401);
    }

    private static Event ticket(String subject) {
        return Contracts.sample("org.helpdesk.ticket.opened.v1").again().with("subject", subject);
    }

    private static List<String> types(String subject, String type) {
        return as("agent")
                .queryParam("subject", subject)
                .queryParam("type", type)
                .get("/api/v1/events")
                .path("items.type");
    }

    private static List<Map<String, Object>> awaitItems(String subject, int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> items(subject).size() >= count);
        return items(subject);
    }

    private static List<Map<String, Object>> items(String subject) {
        return as("agent").queryParam("subject", subject).get("/api/v1/events").path("items");
    }
}
