package helpdesk.notification.appointment;

import static helpdesk.notification.Appointments.book;
import static helpdesk.notification.Appointments.booking;
import static helpdesk.notification.Appointments.cancel;
import static helpdesk.notification.Appointments.inHours;
import static helpdesk.notification.Appointments.move;
import static helpdesk.notification.Appointments.read;
import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.message.MessagesOverHttp.list;
import static helpdesk.notification.message.MessagesOverHttp.ofTicket;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class AppointmentPageTest {

    private static final Pattern LINK = Pattern.compile("/a/[A-Za-z0-9_-]{54}");

    private final UUID agent = UUID.randomUUID();
    private final UUID ticket = UUID.randomUUID();
    private final Instant start = inHours(48);

    @Inject
    MovableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void the_link_of_the_message_shows_the_appointment_and_no_more() {
        booked(null);
        String link = link();

        Document page = Jsoup.parse(given().get(link)
                .then()
                .statusCode(200)
                .contentType(containsString("text/html"))
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Language", "en")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .extract()
                .asString());

        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.text())
                .contains("Repair of the heating", "12 Harbour Street", "Europe/London")
                .doesNotContain("The bell is broken", "7700", "amara.okafor");
        assertThat(page.select("script")).isEmpty();
        assertThat(page.select("form")).hasSize(2);
        assertThat(page.select("textarea").attr("id"))
                .isEqualTo(page.select("label").attr("for"));
        given().get(link + "/calendar.ics")
                .then()
                .statusCode(200)
                .contentType(containsString("text/calendar"))
                .body(containsString("METHOD:REQUEST"));
    }

    @ParameterizedTest
    @CsvSource({"de-AT, de, ltr", "ar, ar, rtl", "ta, ta, ltr", "xx, en, ltr"})
    void the_page_speaks_the_customers_language_in_its_direction(String language, String spoken, String direction) {
        booked(language);

        Document page =
                Jsoup.parse(given().get(link()).then().statusCode(200).extract().asString());

        assertThat(page.select("html").attr("lang")).isEqualTo(spoken);
        assertThat(page.select("html").attr("dir")).isEqualTo(direction);
        assertThat(page.text()).doesNotContain("NOT_FOUND", "null");
    }

    @Test
    void a_customer_calls_it_off() {
        String id = booked(null);
        String link = link();
        send(link, Map.of("deed", "cancel")).statusCode(303).header("Location", endsWith(link.substring(3)));

        read(id).body("status", equalTo("cancelled"))
                .body("wishOf", equalTo("customer"))
                .body("endedBy", equalTo("customer:" + id));
        given().get(link).then().statusCode(200).body(containsString("This appointment is called off."));
        send(link, Map.of("deed", "cancel")).statusCode(303);
        assertThat(ofTicket(ticket))
                .filteredOn(message -> message.get("kind").equals("appointment_cancelled"))
                .singleElement()
                .satisfies(message -> assertThat((String) message.get("body")).contains("as you wished"));
    }

    @Test
    void a_customer_asks_for_another_time_and_the_agent_is_told() {
        String id = booked(null);
        String link = link();
        send(link, Map.of("deed", "wish", "wish", "Friday <b>morning</b>")).statusCode(303);
        send(link, Map.of("deed", "wish", "wish", "Friday after 9\u0007, please"))
                .statusCode(303);

        read(id).body("status", equalTo("booked")).body("wish", equalTo("Friday after 9, please"));
        as("agent")
                .queryParam("agentId", agent)
                .queryParam("wished", true)
                .get("/api/v1/appointments")
                .then()
                .body("items.id", contains(id));
        assertThat(list("to", agent.toString()))
                .singleElement()
                .satisfies(message ->
                        assertThat((String) message.get("body")).contains(id).doesNotContain("Friday"));
        given().get(link).then().body(containsString("We have your wish"), containsString("Friday after 9, please"));
        move(id, inHours(90), "customer").statusCode(201).body("wish", nullValue());
    }

    @Test
    void what_is_entered_is_shown_and_never_done() {
        booked(null);
        String link = link();
        send(link, Map.of("deed", "wish", "wish", "<script>alert(1)</script>")).statusCode(303);

        given().get(link).then().body(not(containsString("<script>")), containsString("&lt;script&gt;"));
    }

    @Test
    void a_wish_needs_words_and_not_too_many() {
        String id = booked(null);
        String link = link();
        send(link, Map.of("deed", "wish", "wish", "  ")).statusCode(422).body(containsString("role=\"alert\""));
        send(link, Map.of("deed", "wish", "wish", "x".repeat(1001))).statusCode(422);
        send(link, Map.of("deed", "dance")).statusCode(422);
        send(link, Map.of()).statusCode(422);

        read(id).body("wish", nullValue()).body("version", equalTo(0));
    }

    @Test
    void a_link_that_was_changed_changes_nothing() {
        String id = booked(null);
        String changed = link().substring(0, 55) + "AA";

        given().get(changed).then().statusCode(404).body(containsString("We do not know this link"));
        send(changed, Map.of("deed", "cancel")).statusCode(404);
        given().get(changed + "/calendar.ics").then().statusCode(404);
        given().header("Accept-Language", "de")
                .get("/a/none")
                .then()
                .statusCode(404)
                .header("Content-Language", "de");
        read(id).body("status", equalTo("booked"));
    }

    @Test
    void a_link_ends_a_month_after_the_appointment() {
        String id = booked(null);
        String link = link();
        clock.move(Duration.between(clock.instant(), start.plus(Duration.ofDays(29))));
        given().get(link).then().statusCode(200).body(not(containsString("<form")));
        send(link, Map.of("deed", "cancel")).statusCode(303);
        clock.move(Duration.ofDays(2));

        given().get(link).then().statusCode(410).body(containsString("This link has expired"));
        send(link, Map.of("deed", "cancel")).statusCode(410);
        clock.reset();
        read(id).body("status", equalTo("booked"));
    }

    @Test
    void what_is_over_is_only_looked_at() {
        String id = booked(null);
        String link = link();
        cancel(id, "us").statusCode(201);

        send(link, Map.of("deed", "wish", "wish", "Friday")).statusCode(303);
        given().get(link).then().statusCode(200).body(not(containsString("<form")));
        read(id).body("wish", nullValue()).body("version", equalTo(1));
    }

    private String booked(String language) {
        Map<String, Object> booking = booking(agent, start);
        booking.put("ticketId", ticket);
        if (language != null) {
            booking.put("language", language);
        }
        return book(booking).statusCode(201).extract().path("id");
    }

    private String link() {
        Matcher link = LINK.matcher((String) ofTicket(ticket).getLast().get("body"));
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private static ValidatableResponse send(String link, Map<String, String> fields) {
        return given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .post(link)
                .then();
    }
}
