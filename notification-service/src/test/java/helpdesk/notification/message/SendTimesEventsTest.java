package helpdesk.notification.message;

import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.Callbacks.book;
import static helpdesk.notification.Callbacks.booking;
import static helpdesk.notification.Callbacks.group;
import static helpdesk.notification.Callbacks.slots;
import static helpdesk.notification.message.MessagesOverHttp.awaitOneOfTicket;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class SendTimesEventsTest {

    private static final Map<String, String> PHONE = Map.of("name", "Amara Okafor", "phone", "+447700900142");

    private final EventProbe probe = EventProbe.on("helpdesk.notification");
    private final UUID ticket = UUID.randomUUID();
    private final UUID customer = UUID.randomUUID();

    @Inject
    Clock clock;

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void what_nobody_asked_for_waits_for_the_morning_where_the_customer_lives() {
        ZoneId zone = zoneWhereItIs(1);
        known(zone);
        probe.publish("helpdesk.feedback", invited());

        Map<String, Object> message = awaitOneOfTicket(ticket);

        assertThat(message.get("sendAfter"))
                .isEqualTo(today(zone, LocalTime.of(8, 0)).toString());
        assertPriority(message, 2);
    }

    @Test
    void by_day_it_goes_at_once() {
        known(zoneWhereItIs(12));
        probe.publish("helpdesk.feedback", invited());

        assertThat(awaitOneOfTicket(ticket)).doesNotContainKey("sendAfter");
    }

    @Test
    void what_the_customer_says_of_quiet_hours_counts() {
        ZoneId zone = zoneWhereItIs(12);
        known(zoneWhereItIs(1));
        as("agent")
                .header("If-Match", "*")
                .body(Map.of("quietHours", Map.of("from", "06:30", "to", "14:15"), "timeZone", zone.getId()))
                .put("/api/v1/message-preferences/{id}", customer)
                .then()
                .statusCode(200);
        probe.publish("helpdesk.feedback", invited());

        assertThat(awaitOneOfTicket(ticket))
                .containsEntry("sendAfter", today(zone, LocalTime.of(14, 15)).toString());
    }

    @Test
    void what_answers_ones_own_request_goes_at_once_by_mail_and_waits_by_phone() {
        ZoneId zone = zoneWhereItIs(1);
        known(zone);
        UUID byPhone = UUID.randomUUID();
        probe.publish("helpdesk.ticket", opened(ticket));
        probe.publish(
                "helpdesk.ticket", opened(byPhone).withData("requester", PHONE).withData("customerId", customer));

        Map<String, Object> mail = awaitOneOfTicket(ticket);
        Map<String, Object> text = awaitOneOfTicket(byPhone);

        assertThat(mail).containsEntry("channel", "email").doesNotContainKey("sendAfter");
        assertThat(text)
                .containsEntry("channel", "sms")
                .containsEntry("sendAfter", today(zone, LocalTime.of(8, 0)).toString());
        assertPriority(mail, 0);
    }

    @Test
    void a_text_message_about_something_soon_goes_at_once_at_night_too() {
        ZoneId zone = zoneWhereItIs(1);
        known(zone);
        String group = group(2);
        List<Instant> slots = slots(group);
        Instant soon = slots.getFirst();
        Instant later = slots.stream()
                .filter(slot -> slot.isAfter(clock.instant().plus(Duration.ofHours(13))))
                .findFirst()
                .orElseThrow();

        assertThat(confirmation(group, soon)).doesNotContainKey("sendAfter");
        assertThat(confirmation(group, later))
                .containsEntry("sendAfter", today(zone, LocalTime.of(8, 0)).toString());
    }

    @Test
    void html_is_shown_with_one_message_and_not_in_lists() {
        known(zoneWhereItIs(12));
        probe.publish("helpdesk.feedback", invited());
        Map<String, Object> message = awaitOneOfTicket(ticket);

        assertThat(message).doesNotContainKey("html");
        String html = as("agent")
                .get("/api/v1/messages/{id}", message.get("id"))
                .then()
                .statusCode(200)
                .extract()
                .path("html");
        assertThat(html)
                .startsWith("<!DOCTYPE html>")
                .contains("How satisfied are you with our help?", "/surveys/a-sample-token?first=10");
        assertThat((String) message.get("body")).doesNotContain("first=");
    }

    private Map<String, Object> confirmation(String group, Instant slot) {
        UUID about = UUID.randomUUID();
        Map<String, Object> booking = new HashMap<>(booking(group, slot));
        booking.put("customerId", customer);
        booking.put("ticketId", about);
        book(booking).statusCode(201);
        return awaitOneOfTicket(about);
    }

    private static void assertPriority(Map<String, Object> message, int priority) {
        UUID id = UUID.fromString((String) message.get("id"));
        assertThat(Database.count("message where id = ? and priority = ?", id, priority))
                .isOne();
    }

    private void known(ZoneId zone) {
        probe.publish(
                "helpdesk.customer",
                Contracts.sample("org.helpdesk.customer.changed.v1")
                        .again()
                        .with("subject", customer.toString())
                        .withData("customerId", customer)
                        .withData("doNotContact", false)
                        .withData("consents", List.of())
                        .withData("preferredChannel", null)
                        .withData("timeZone", zone.getId()));
        Awaitility.await()
                .atMost(MessagesOverHttp.PATIENCE)
                .until(() -> Database.count("known_customer where id = ?", customer) == 1);
    }

    private Event invited() {
        return Contracts.sample("org.helpdesk.survey.invited.v1")
                .again()
                .with("subject", ticket.toString())
                .withData("ticketId", ticket)
                .withData("customerId", customer);
    }

    private Event opened(UUID id) {
        return Contracts.sample("org.helpdesk.ticket.opened.v1")
                .again()
                .with("subject", id.toString())
                .withData("ticketId", id)
                .withData("customerId", customer);
    }

    /** A time zone without summer time whose clocks show this hour now, or are less than a day from it. */
    private ZoneId zoneWhereItIs(int hour) {
        int now = clock.instant().atZone(ZoneOffset.UTC).getHour();
        int ahead = Math.floorMod(hour - now + 12, 24) - 12;
        return ZoneId.of("Etc/GMT" + (ahead > 0 ? "-" : "+") + Math.abs(ahead));
    }

    private Instant today(ZoneId zone, LocalTime time) {
        return ZonedDateTime.ofInstant(clock.instant(), zone)
                .toLocalDate()
                .atTime(time)
                .atZone(zone)
                .toInstant();
    }
}
