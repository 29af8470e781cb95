package helpdesk.notification.appointment;

import static helpdesk.notification.Appointments.book;
import static helpdesk.notification.Appointments.booking;
import static helpdesk.notification.Appointments.cancel;
import static helpdesk.notification.Appointments.conclude;
import static helpdesk.notification.Appointments.inHours;
import static helpdesk.notification.Appointments.move;
import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.message.MessagesOverHttp.list;
import static helpdesk.notification.message.MessagesOverHttp.ofTicket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class AppointmentMessagesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final UUID agent = UUID.randomUUID();
    private final UUID ticket = UUID.randomUUID();
    private final Instant start = inHours(72);

    @Inject
    MovableClock clock;

    @Inject
    ReminderLoop loop;

    @Inject
    AppointmentReminders reminders;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void a_booking_is_confirmed_in_the_customers_language_and_time_with_a_file_for_the_calendar() {
        Map<String, Object> booking = booking(agent, Instant.parse("2026-01-01T00:00:00Z"));
        Instant begin = inHours(100);
        booking.put("windowStart", begin.toString());
        booking.put("windowEnd", begin.plusSeconds(5400).toString());
        booking.put("timeZone", "Asia/Kolkata");
        booking.put("language", "de-AT");
        booking.put("ticketId", ticket);
        book(booking).statusCode(201);

        Map<String, Object> message = messages("appointment_confirmation").getFirst();

        assertThat(message.get("to")).isEqualTo("amara.okafor@example.org");
        assertThat(message.get("language")).isEqualTo("de");
        assertThat((String) message.get("body"))
                .contains("Guten Tag Amara Okafor,", "Repair of the heating", "Asia/Kolkata", ":30–", "/a/")
                .contains("Flat 4, 12 Harbour Street, E1 6AN London, United Kingdom")
                .doesNotContain("The bell is broken");
        assertThat(attachments(message)).singleElement().satisfies(file -> assertThat(file)
                .containsEntry("name", "appointment.ics")
                .containsEntry("contentType", "text/calendar;charset=UTF-8;method=REQUEST")
                .containsEntry("href", "/api/v1/messages/" + message.get("id") + "/attachments/1"));
        as("agent")
                .get((String) attachments(message).getFirst().get("href"))
                .then()
                .statusCode(200)
                .contentType(containsString("text/calendar"))
                .header("Content-Disposition", containsString("appointment.ics"))
                .body(containsString("METHOD:REQUEST"));
        for (String none : List.of("0", "2", "-1")) {
            as("agent")
                    .get("/api/v1/messages/{id}/attachments/{number}", message.get("id"), none)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("message-attachment-not-found"));
        }
    }

    @Test
    void each_move_and_the_cancellation_is_told_once() {
        String id = booked(start);
        move(id, start.plusSeconds(7200), "us").statusCode(201);
        move(id, start, "customer").statusCode(201);
        cancel(id, "us").statusCode(201);

        assertThat(messages("appointment_moved")).hasSize(2);
        assertThat(messages("appointment_cancelled")).singleElement().satisfies(message -> {
            assertThat((String) message.get("body")).contains("apologise").doesNotContain("/a/", "It is repaired.");
            assertThat(attachments(message).getFirst().get("contentType").toString())
                    .endsWith("method=CANCEL");
        });
    }

    @Test
    void reminders_come_a_day_and_two_hours_before_each_once_however_many_processes_look() throws Exception {
        booked(start);
        assertThat(reminders()).isEmpty();

        moveTo(start.minus(Duration.ofHours(24)).minusSeconds(30));
        remind();
        assertThat(reminders()).isEmpty();
        moveTo(start.minus(Duration.ofHours(24)).plusSeconds(1));
        remindAtOnce();
        awaitReminders(1);
        remind();
        moveTo(start.minus(Duration.ofHours(2)).plusSeconds(1));
        remindAtOnce();
        awaitReminders(2);
        remind();

        assertThat(reminders()).hasSize(2).allSatisfy(message -> assertThat((String) message.get("body"))
                .contains("Repair of the heating"));
    }

    @Test
    void a_reminder_of_a_process_that_dies_is_told_by_the_next() {
        booked(start);
        moveTo(start.minus(Duration.ofHours(2)).plusSeconds(1));
        QuarkusTransaction.begin();
        reminders.take(1_000);
        QuarkusTransaction.rollback();
        remind();

        awaitReminders(1);
    }

    @Test
    void what_is_booked_late_has_only_the_reminders_that_are_still_to_come() {
        Instant soon = inHours(4);
        booked(soon);
        remind();
        assertThat(reminders()).isEmpty();

        moveTo(soon.minus(Duration.ofHours(2)).plusSeconds(1));
        remind();
        awaitReminders(1);
    }

    @Test
    void a_move_brings_new_reminders_in_place_of_the_old() {
        String id = booked(start);
        moveTo(start.minus(Duration.ofHours(24)).plusSeconds(1));
        remind();
        awaitReminders(1);
        move(id, start.plus(Duration.ofDays(10)), "us").statusCode(201);
        moveTo(start.minus(Duration.ofHours(1)));
        remind();
        assertThat(reminders()).hasSize(1);

        moveTo(start.plus(Duration.ofDays(9)).plusSeconds(1));
        remind();
        awaitReminders(2);
    }

    @Test
    void nobody_is_reminded_of_what_is_over_or_has_begun() {
        String cancelled = booked(start);
        cancel(cancelled, "us").statusCode(201);
        booked(start);
        moveTo(start.plusSeconds(60));
        remind();

        assertThat(reminders()).isEmpty();
    }

    @Test
    void after_a_pause_the_later_of_two_reminders_says_it_all() {
        booked(start);
        moveTo(start.minus(Duration.ofHours(1)));
        remind();

        awaitReminders(1);
        remind();
        assertThat(reminders()).hasSize(1);
    }

    @Test
    void the_agent_is_asked_each_day_what_came_of_it_until_somebody_tells() {
        String id = booked(start);
        Instant end = start.plusSeconds(3600);
        moveTo(end.plus(Appointment.GRACE).plusSeconds(1));
        loop.askForOutcomes();
        loop.askForOutcomes();
        awaitAsked(1);
        moveTo(end.plus(Appointment.GRACE).plus(Duration.ofHours(25)));
        loop.askForOutcomes();
        awaitAsked(2);
        conclude(id, Map.of("outcome", "missed", "reason", "The van broke down."))
                .statusCode(201);
        moveTo(end.plus(Duration.ofDays(3)));
        loop.askForOutcomes();

        assertThat(asked()).hasSize(2).allSatisfy(message -> {
            assertThat((String) message.get("body")).contains(id).doesNotContain("Amara", "Harbour", "heating");
            assertThat(message).containsEntry("channel", "in_app");
        });
    }

    private String booked(Instant begin) {
        Map<String, Object> booking = booking(agent, begin);
        booking.put("ticketId", ticket);
        return book(booking).statusCode(201).extract().path("id");
    }

    private void remind() {
        loop.remindCustomers();
    }

    /** As several processes do. */
    private void remindAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (var done : IntStream.range(0, 4)
                    .mapToObj(i -> threads.submit(loop::remindCustomers))
                    .toList()) {
                done.get();
            }
        }
    }

    /** The loop runs by itself, too: it may have taken what this test would. */
    private void awaitReminders(int count) {
        Awaitility.await().atMost(PATIENCE).until(() -> reminders().size() == count);
    }

    private void awaitAsked(int count) {
        Awaitility.await().atMost(PATIENCE).until(() -> asked().size() == count);
    }

    private List<Map<String, Object>> reminders() {
        return messages("appointment_reminder");
    }

    private List<Map<String, Object>> messages(String kind) {
        return ofTicket(ticket).stream()
                .filter(message -> message.get("kind").equals(kind))
                .toList();
    }

    private List<Map<String, Object>> asked() {
        return list("to", agent.toString());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> attachments(Map<String, Object> message) {
        return (List<Map<String, Object>>) message.get("attachments");
    }

    private void moveTo(Instant time) {
        clock.move(Duration.between(clock.instant(), time));
    }
}
