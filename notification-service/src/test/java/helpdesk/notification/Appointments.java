package helpdesk.notification;

import static helpdesk.notification.Callbacks.as;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Calendars and appointments for tests, made over the API. Each test has an agent of its own. */
public final class Appointments {

    public static final String PATH = "/api/v1/appointments";

    private Appointments() {}

    /** The beginning of the hour in so many hours. */
    public static Instant inHours(int hours) {
        return Instant.now().truncatedTo(ChronoUnit.HOURS).plus(hours, ChronoUnit.HOURS);
    }

    /** What books an hour of the agent's time. */
    public static Map<String, Object> booking(UUID agent, Instant start) {
        Map<String, Object> booking = new HashMap<>();
        booking.put("agentId", agent.toString());
        booking.put("name", "Amara Okafor");
        booking.put("email", "Amara.Okafor@example.org");
        booking.put("phone", "+44 7700 900142");
        booking.put("subject", "Repair of the heating");
        booking.put("notes", "The bell is broken, knock.");
        booking.put(
                "address",
                Map.of(
                        "lines",
                        List.of("Flat 4", "12 Harbour Street"),
                        "postalCode",
                        "E1 6AN",
                        "city",
                        "London",
                        "country",
                        "United Kingdom"));
        booking.put("windowStart", start.toString());
        booking.put("windowEnd", start.plus(1, ChronoUnit.HOURS).toString());
        booking.put("timeZone", "Europe/London");
        return booking;
    }

    /** Books as an agent. */
    public static ValidatableResponse book(Map<String, Object> booking) {
        return as("agent").body(booking).post(PATH).then();
    }

    /** Books an hour of a new agent's time, and returns the appointment's id. */
    public static String booked(Instant start) {
        return bookedOf(UUID.randomUUID(), start);
    }

    public static String bookedOf(UUID agent, Instant start) {
        return book(booking(agent, start)).statusCode(201).extract().path("id");
    }

    /** Moves it to an hour that begins then. */
    public static ValidatableResponse move(String id, Instant start, String wishOf) {
        return as("agent")
                .body(Map.of(
                        "windowStart",
                        start.toString(),
                        "windowEnd",
                        start.plus(1, ChronoUnit.HOURS).toString(),
                        "reason",
                        "The part comes later.",
                        "wishOf",
                        wishOf))
                .post(PATH + "/{id}/moves", id)
                .then();
    }

    public static ValidatableResponse cancel(String id, String wishOf) {
        return as("agent")
                .body(Map.of("reason", "It is repaired.", "wishOf", wishOf))
                .post(PATH + "/{id}/cancellations", id)
                .then();
    }

    public static ValidatableResponse conclude(String id, Map<String, Object> outcome) {
        return as("agent").body(outcome).post(PATH + "/{id}/outcomes", id).then();
    }

    public static ValidatableResponse read(String id) {
        return as("agent").get(PATH + "/{id}", id).then();
    }

    /** A calendar that is open from the first hour of each day to the last. */
    public static Map<String, Object> calendar(String from, String to) {
        List<Map<String, String>> hours = Stream.of(
                        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
                .map(day -> Map.of("day", day, "from", from, "to", to))
                .toList();
        return Map.of("timeZone", "Etc/UTC", "hours", hours, "absences", List.of());
    }

    /** An agent whose calendar is open around the clock. */
    public static UUID agentWithCalendar() {
        UUID agent = UUID.randomUUID();
        put(agent, calendar("00:00", "24:00"));
        return agent;
    }

    /** Makes the agent's first calendar. */
    public static void put(UUID agent, Map<String, Object> calendar) {
        as("supervisor")
                .header("If-None-Match", "*")
                .body(calendar)
                .put("/api/v1/agent-calendars/{agent}", agent)
                .then()
                .statusCode(201);
    }
}
