package helpdesk.ticket.mapping;

import static helpdesk.ticket.mapping.Alerts.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A monitoring tells of alerts. */
@QuarkusTest
@WithTestResource(RealParts.class)
class TicketMappingEventsTest {

    private final Alerts alerts = new Alerts();
    private final String fingerprint = UUID.randomUUID().toString();
    private EventProbe probe;
    private String mapping;

    @BeforeEach
    void open() {
        probe = EventProbe.on("helpdesk.ticket");
        mapping = Alerts.made(alerts.mapping());
    }

    @AfterEach
    void close() {
        probe.close();
        Alerts.remove(mapping);
    }

    @Test
    void an_alert_opens_a_ticket_once_and_solves_it_when_it_is_over() {
        Event first = alerts.firing(fingerprint);
        publish(first);
        publish(first);
        publish(alerts.firing(fingerprint));
        publish(alerts.firing(fingerprint));
        awaitNotes(2);

        String id = alerts.awaitTickets("new").getFirst();
        JsonPath ticket = Api.read(id);
        assertThat(ticket.getString("subject")).isEqualTo("DiskFull on web shop");
        assertThat(ticket.getString("description")).isEqualTo("98 % of /var is used\nSince we do not know when.");
        assertThat(ticket.getString("type")).isEqualTo("incident");
        assertThat(ticket.getString("priority")).isEqualTo("urgent");
        assertThat(ticket.getList("tags")).containsExactlyInAnyOrder(alerts.tag(), "web-shop");
        assertThat(ticket.getString("requester.name")).isEqualTo(alerts.tag());
        assertThat(ticket.getString("requester.handle.handle")).isEqualTo(mapping);
        assertThat(Database.count("ticket where id = ? and origin = 'INTEGRATION'", UUID.fromString(id)))
                .isOne();
        assertThat(Alerts.comments(id)).containsOnly("It fires again: 98 % of /var is used");
        Event opened = probe.await("org.helpdesk.ticket.opened.v1", id);
        assertThat(opened.attributes())
                .containsEntry("actor", "system:mapping:" + mapping)
                .containsEntry("causationid", first.id());

        publish(alerts.over(fingerprint).withData("endsAt", "noon"));

        alerts.awaitTickets("resolved");
        assertThat(Api.read(id).getString("resolution")).isEqualTo("It is over since noon.");
        probe.await("org.helpdesk.ticket.resolved.v1", id);
    }

    @Test
    void what_fires_again_when_it_was_over_is_another_ticket() {
        publish(alerts.firing(fingerprint));
        publish(alerts.over(fingerprint));
        publish(alerts.over(fingerprint));
        publish(alerts.firing(fingerprint));
        publish(alerts.firing(fingerprint));

        alerts.awaitTickets("resolved", "new");
        publish(alerts.over(fingerprint));
        alerts.awaitTickets("resolved", "resolved");
    }

    @Test
    void each_key_is_a_matter_of_its_own() {
        publish(alerts.firing(fingerprint));
        publish(alerts.firing(fingerprint + " on another host"));
        publish(alerts.over(fingerprint));

        alerts.awaitTickets("resolved", "new");
    }

    @Test
    void what_happened_before_that_of_which_was_told_already_is_old_news() {
        Instant now = Instant.now();
        publish(alerts.event("resolved", fingerprint, now.minusSeconds(10)));
        publish(alerts.event("firing", fingerprint, now.minusSeconds(20)));
        publish(alerts.event("firing", fingerprint + " after it", now));
        alerts.awaitTickets("new");
        publish(alerts.event("resolved", fingerprint + " after it", now.minusSeconds(5)));
        publish(alerts.event("firing", fingerprint, now));

        alerts.awaitTickets("new", "new");
    }

    @Test
    void a_clock_that_is_fast_elsewhere_makes_nothing_old_news() {
        publish(alerts.event("firing", fingerprint, Instant.parse("2099-01-01T00:00:00Z")));
        alerts.awaitTickets("new");

        Awaitility.await().atMost(Alerts.PATIENCE).until(() -> {
            publish(alerts.over(fingerprint));
            return alerts.statuses().equals(List.of("resolved"));
        });
    }

    @Test
    void a_ticket_that_people_solved_is_followed_by_another_when_it_fires_again() {
        publish(alerts.firing(fingerprint));
        String id = alerts.awaitTickets("new").getFirst();
        Api.resolved(id, Given.agent());
        publish(alerts.over(fingerprint));
        publish(alerts.firing(fingerprint));

        alerts.awaitTickets("resolved", "new");
        assertThat(Api.read(id).getString("resolution")).isEqualTo("Extinguished.");
    }

    @Test
    void who_has_the_ticket_keeps_it_when_it_is_over() {
        UUID agent = Given.agent();
        publish(alerts.firing(fingerprint));
        String id = alerts.awaitTickets("new").getFirst();
        Api.changed(id, Map.of("assigneeId", agent));
        publish(alerts.over(fingerprint));

        alerts.awaitTickets("resolved");
        assertThat(Api.read(id).getString("assignee.id")).isEqualTo(agent.toString());
    }

    @Test
    void on_a_merged_ticket_it_is_noted_where_it_goes_on() {
        publish(alerts.firing(fingerprint));
        String id = alerts.awaitTickets("new").getFirst();
        String whole = Api.openedId();
        Api.made("/tickets/" + whole + "/merges", Map.of("sources", List.of(id)));
        publish(alerts.firing(fingerprint));
        publish(alerts.over(fingerprint));

        Awaitility.await().atMost(Alerts.PATIENCE).untilAsserted(() -> assertThat(Alerts.comments(whole))
                .contains("It fires again: 98 % of /var is used", "It is over since now."));
        assertThat(Api.read(whole).getString("status")).isEqualTo("new");
        // The other has taken over its tag.
        alerts.awaitTickets("new", "closed");
    }

    @Test
    void a_mapping_that_does_not_act_has_no_part_in_it() {
        String other = Alerts.made(alerts.mapping("name", alerts.tag() + " other"));
        Alerts.change(mapping, Map.of("active", false)).then().statusCode(200);
        publish(alerts.firing(fingerprint));
        alerts.awaitTickets("new");
        Alerts.remove(other);
        publish(alerts.over(fingerprint));
        Alerts.change(mapping, Map.of("active", true, "source", "/elsewhere"))
                .then()
                .statusCode(200);
        publish(alerts.firing(fingerprint));
        Alerts.change(mapping, Map.of("source", "/monitoring/prod")).then().statusCode(200);
        publish(alerts.firing(fingerprint));

        alerts.awaitTickets("new", "new");
    }

    @Test
    void another_type_can_tell_that_it_is_over() {
        Alerts.change(mapping, Map.of("clear", Map.of("type", alerts.type() + ".over")))
                .then()
                .statusCode(200);
        publish(alerts.firing(fingerprint));
        alerts.awaitTickets("new");
        publish(alerts.over(fingerprint).with("type", alerts.type() + ".over"));

        alerts.awaitTickets("resolved");
    }

    @Test
    void the_requester_is_whom_the_event_names() {
        String email = "amara-" + UUID.randomUUID() + "@example.org";
        Alerts.change(
                        mapping,
                        Map.of("ticket", Map.of("requester", Map.of("email", "{{data.mail}}", "name", "{{data.who}}"))))
                .then()
                .statusCode(200);
        publish(alerts.firing(fingerprint).withData("mail", email.toUpperCase()).withData("who", "Amara"));

        JsonPath ticket = Api.read(alerts.awaitTickets("new").getFirst());
        assertThat(ticket.getString("requester.email")).isEqualTo(email);
        assertThat(ticket.getString("requester.name")).isEqualTo("Amara");
    }

    private void publish(Event event) {
        probe.publish(TOPIC, event);
    }

    private void awaitNotes(int notes) {
        Awaitility.await()
                .atMost(Alerts.PATIENCE)
                .until(() -> alerts.tickets().size() == 1
                        && Alerts.comments((String) alerts.tickets().getFirst().get("id"))
                                        .size()
                                == notes);
    }
}
