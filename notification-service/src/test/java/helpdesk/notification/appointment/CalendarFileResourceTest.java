package helpdesk.notification.appointment;

import static helpdesk.notification.Appointments.PATH;
import static helpdesk.notification.Appointments.book;
import static helpdesk.notification.Appointments.bookedOf;
import static helpdesk.notification.Appointments.booking;
import static helpdesk.notification.Appointments.cancel;
import static helpdesk.notification.Appointments.inHours;
import static helpdesk.notification.Appointments.move;
import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.Callbacks.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class CalendarFileResourceTest {

    private static final String LINKS = "/api/v1/agent-calendars/{agent}/feed-links";

    private final UUID agent = UUID.randomUUID();
    private final Instant start = inHours(48);

    @Inject
    MovableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void a_calendar_program_reads_what_was_agreed() {
        Map<String, Object> booking = booking(agent, start);
        booking.put(
                "subject",
                "Heizung; Teil 1, \\ Ventile – ৰক্ষণাবেক্ষণ über und über und noch viel länger als eine Zeile");
        String id = book(booking).statusCode(201).extract().path("id");

        String text = file(id);
        ICalendar calendar = Biweekly.parse(text).first();
        VEvent event = calendar.getEvents().getFirst();

        assertThat(calendar.validate(biweekly.ICalVersion.V2_0).isEmpty()).isTrue();
        assertThat(calendar.getMethod().getValue()).isEqualTo("REQUEST");
        assertThat(event.getUid().getValue()).startsWith(id);
        assertThat(event.getSequence().getValue()).isZero();
        assertThat(event.getSummary().getValue()).isEqualTo(booking.get("subject"));
        assertThat(event.getLocation().getValue())
                .isEqualTo("Flat 4, 12 Harbour Street, E1 6AN London, United Kingdom");
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(start);
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(start.plusSeconds(3600));
        assertThat(event.getDateTimeStamp()).isNotNull();
        assertThat(event.getOrganizer().getEmail()).contains("@");
        assertThat(event.getAttendees().getFirst().getEmail()).isEqualTo("amara.okafor@example.org");
        assertThat(text)
                .contains("DTSTART:" + start.toString().replaceAll("[-:]", ""))
                .doesNotContain("The bell is broken");
        assertThat(Arrays.asList(text.split("\r\n")))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
    }

    @Test
    void its_number_grows_with_each_move_and_the_cancellation_and_its_name_stays() {
        String id = bookedOf(agent, start);
        String uid = event(id).getUid().getValue();
        move(id, inHours(72), "us").statusCode(201);
        assertThat(event(id).getSequence().getValue()).isEqualTo(1);
        assertThat(event(id).getDateStart().getValue().toInstant()).isEqualTo(inHours(72));
        cancel(id, "us").statusCode(201);

        ICalendar calendar = Biweekly.parse(file(id)).first();

        assertThat(calendar.getMethod().getValue()).isEqualTo("CANCEL");
        assertThat(event(id).getSequence().getValue()).isEqualTo(2);
        assertThat(event(id).getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(event(id).getUid().getValue()).isEqualTo(uid);
    }

    @Test
    void an_agents_program_reads_all_of_them_by_a_link_until_it_is_ended() {
        String token = Tokens.of(agent, "agent");
        String first = bookedOf(agent, start);
        String second = bookedOf(agent, start.plusSeconds(3600));
        cancel(second, "us").statusCode(201);
        bookedOf(UUID.randomUUID(), start);
        String link = link(token);

        String text = given().get(link)
                .then()
                .statusCode(200)
                .contentType(containsString("text/calendar"))
                .extract()
                .asString();
        List<VEvent> events = Biweekly.parse(text).first().getEvents();

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.getUid().getValue()).startsWith(first);
            assertThat(event.getSummary().getValue()).contains("Repair of the heating", "Amara Okafor");
            assertThat(event.getDescription().getValue()).contains("+447700900142");
        });
        assertThat(text).doesNotContain("amara.okafor", "The bell is broken");
        String next = link(token);
        given().get(link).then().statusCode(404).body("code", equalTo("not-found"));
        given().get(next).then().statusCode(200);
        with(token).delete(LINKS, agent).then().statusCode(204);
        given().get(next).then().statusCode(404);
    }

    @Test
    void a_link_that_was_changed_or_is_too_old_opens_nothing() {
        String link = link(Tokens.of(agent, "agent"));
        given().get(link.substring(0, link.length() - 2) + "AA").then().statusCode(404);
        given().get("/api/v1/calendar-feeds/none").then().statusCode(404);
        clock.move(Duration.ofDays(366));
        given().get(link).then().statusCode(410).body("code", equalTo("link-expired"));
    }

    @Test
    void links_are_for_the_agent_and_for_who_leads() {
        as("agent").post(LINKS, agent).then().statusCode(404);
        as("agent").delete(LINKS, agent).then().statusCode(404);
        as("integration").post(LINKS, agent).then().statusCode(403);
        as("supervisor").post(LINKS, agent).then().statusCode(201).body("agentId", equalTo(agent.toString()));
    }

    private String link(String token) {
        String link =
                with(token).post(LINKS, agent).then().statusCode(201).extract().path("link");
        return link.substring(link.indexOf("/api/"));
    }

    private static VEvent event(String id) {
        return Biweekly.parse(file(id)).first().getEvents().getFirst();
    }

    private static String file(String id) {
        return as("agent")
                .get(PATH + "/{id}/calendar.ics", id)
                .then()
                .statusCode(200)
                .contentType(containsString("text/calendar"))
                .extract()
                .asString();
    }
}
