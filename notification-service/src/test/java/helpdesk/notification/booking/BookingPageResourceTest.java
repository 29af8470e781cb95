package helpdesk.notification.booking;

import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.Callbacks.book;
import static helpdesk.notification.Callbacks.booking;
import static helpdesk.notification.Callbacks.group;
import static helpdesk.notification.Callbacks.plan;
import static helpdesk.notification.Callbacks.slots;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import helpdesk.notification.template.MessageTemplates;
import helpdesk.platform.page.Phrases;
import helpdesk.platform.persistence.Ids;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Customers book on a page, without an account and without any script. */
@QuarkusTest
@WithTestResource(RealParts.class)
class BookingPageResourceTest {

    private final UUID ticket = Ids.next();

    @Inject
    MovableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void the_page_is_light_needs_nothing_else_and_speaks_the_customers_language() {
        String group = UUID.randomUUID().toString();
        as("supervisor")
                .header("If-None-Match", "*")
                .body(plan(3, 5))
                .put("/api/v1/capacity-plans/{group}", group)
                .then()
                .statusCode(201);
        String page = page(group, Map.of("language", "de", "timeZone", "Europe/Berlin"));
        for (String language : List.of("de", "bn", "ar")) {
            String html = given().queryParam("language", language)
                    .get(page)
                    .then()
                    .statusCode(200)
                    .header("Content-Type", equalTo("text/html;charset=UTF-8"))
                    .header("Cache-Control", equalTo("no-store"))
                    .header("Referrer-Policy", equalTo("no-referrer"))
                    .header("Content-Security-Policy", containsString("form-action 'self'"))
                    .extract()
                    .asString();
            assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(30 * 1024);
            assertThat(html)
                    .contains("<html lang=\"" + language + "\"", "type=\"radio\"", "aria-current=\"date\"")
                    .doesNotContain("<script", "http://", "https://", "src=", "NOT_FOUND");
        }
        given().get(page).then().body(containsString("Wann dürfen wir Sie anrufen?"));
        given().queryParam("language", "ar").get(page).then().body(containsString("dir=\"rtl\""));
        given().header("Accept-Language", "kk;q=0.5, fr-CA")
                .get(page(group, Map.of()))
                .then()
                .body(containsString("Quand pouvons-nous"));
    }

    @Test
    void the_page_has_words_in_every_language_of_messages() {
        for (String language : MessageTemplates.LANGUAGES) {
            Phrases words = Pages.words(language);
            assertThat(words.language()).isEqualTo(language);
            assertThat(words.texts()).hasSameSizeAs(Pages.words("en").texts()).doesNotContainValue("");
        }
        assertThat(Pages.words("ar").texts()).hasSameSizeAs(Pages.words("en").texts());
    }

    @Test
    void a_call_is_booked_shown_moved_and_called_off() {
        String group = group(1);
        List<Instant> slots = slots(group);
        String page = page(group, Map.of("timeZone", "Europe/Berlin"));

        send(page, fields("book", slots.get(0)))
                .then()
                .statusCode(303)
                .header("Location", equalTo(page.substring(page.lastIndexOf('/') + 1)));
        given().get(page)
                .then()
                .statusCode(200)
                .body(containsString("We will call you"))
                .body(containsString("+447700900142"))
                .body(containsString("At &lt;once&gt;"))
                .body(containsString("(Europe/Berlin)"))
                .body(not(containsString("type=\"radio\"")));

        given().queryParam("deed", "move").get(page).then().body(containsString("Choose another time"));
        send(page, Map.of("deed", "move", "slot", slots.get(2).getEpochSecond()))
                .then()
                .statusCode(303);
        assertThat(callback("slotStart")).isEqualTo(slots.get(2).toString());

        given().queryParam("deed", "cancel").get(page).then().body(containsString("Yes, call it off"));
        assertThat(callback("status")).isEqualTo("scheduled");
        send(page, Map.of("deed", "cancel")).then().statusCode(303);
        send(page, Map.of("deed", "cancel")).then().statusCode(303);
        assertThat(callback("status")).isEqualTo("cancelled");
        given().get(page)
                .then()
                .body(containsString("The callback is called off"))
                .body(containsString("type=\"radio\""));
    }

    @Test
    void what_is_sent_twice_is_booked_once() {
        String group = group(3);
        List<Instant> slots = slots(group);
        String page = page(group, Map.of());
        send(page, fields("book", slots.get(0))).then().statusCode(303);
        send(page, fields("book", slots.get(0))).then().statusCode(303);
        send(page, fields("book", slots.get(1))).then().statusCode(303);

        as("agent")
                .queryParam("ticketId", ticket)
                .get("/api/v1/callbacks")
                .then()
                .body("items", hasSize(1))
                .body("items[0].slotStart", equalTo(slots.get(0).toString()));
    }

    @Test
    void what_is_missing_is_said_beside_its_field_and_the_rest_is_kept() {
        String group = group(1);
        String page = page(group, Map.of());
        Map<String, Object> fields = fields("book", slots(group).getFirst());
        fields.remove("slot");
        fields.put("phone", "12");
        send(page, fields)
                .then()
                .statusCode(422)
                .body(containsString("href=\"#slot\""))
                .body(containsString("Please write the number with its country code."))
                .body(containsString("At &lt;once&gt;"));
        fields = fields("book", slots(group).getFirst());
        fields.put("reason", "x".repeat(2001));
        send(page, fields).then().statusCode(422).body(containsString("href=\"#reason\""));
        fields.put("slot", "99999999999");
        fields.put("reason", "Parcel\u0000");
        send(page, fields).then().statusCode(422).body(containsString("This time is over."));
        as("agent")
                .queryParam("ticketId", ticket)
                .get("/api/v1/callbacks")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void where_somebody_was_faster_the_nearest_times_are_offered() {
        String group = group(1);
        List<Instant> slots = slots(group);
        String page = page(group, Map.of());
        book(booking(group, slots.get(2))).statusCode(201);

        send(page, fields("book", slots.get(2)))
                .then()
                .statusCode(409)
                .body(containsString("This time was taken"))
                .body(containsString("value=\"" + slots.get(1).getEpochSecond() + "\""))
                .body(containsString("At &lt;once&gt;"));
    }

    @Test
    void a_link_that_is_wrong_or_over_is_answered_in_words() {
        String page = page(group(1), Map.of("expiresInHours", 1));
        given().get("/c/nonsense")
                .then()
                .statusCode(404)
                .contentType("text/html")
                .body(containsString("We do not know this link"));
        send("/c/nonsense", Map.of("deed", "cancel")).then().statusCode(404);
        clock.move(Duration.ofHours(2));
        given().queryParam("language", "es").get(page).then().statusCode(410).body(containsString("ha caducado"));
        // What cannot be read in an address is passed over.
        clock.reset();
        given().queryParam("day", "2026-02-31")
                .queryParam("zone", "Mars/Olympus")
                .queryParam("part", "-1")
                .queryParam("deed", "x")
                .get(page)
                .then()
                .statusCode(200);
    }

    private String page(String group, Map<String, Object> known) {
        Map<String, Object> all = new HashMap<>(known);
        all.put("ticketId", ticket);
        return "/c/" + Links.token(group, all);
    }

    private String callback(String field) {
        return as("agent")
                .queryParam("ticketId", ticket)
                .get("/api/v1/callbacks")
                .then()
                .extract()
                .path("items[0]." + field);
    }

    private static Map<String, Object> fields(String deed, Instant slot) {
        return new HashMap<>(Map.of(
                "deed",
                deed,
                "slot",
                slot.getEpochSecond(),
                "zone",
                "Europe/Berlin",
                "name",
                "Amara Okafor",
                "phone",
                "+44 7700 900142",
                "reason",
                "At <once>"));
    }

    private static Response send(String page, Map<String, Object> fields) {
        return given().redirects()
                .follow(false)
                .contentType(ContentType.URLENC.withCharset("UTF-8"))
                .formParams(fields)
                .post(page);
    }
}
