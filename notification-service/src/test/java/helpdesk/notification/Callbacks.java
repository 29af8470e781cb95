package helpdesk.notification;

import static io.restassured.RestAssured.given;

import helpdesk.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Groups, slots and bookings for tests, made over the API. Each test has a group of its own. */
public final class Callbacks {

    private Callbacks() {}

    /** A new group that calls around the clock, so many customers at once, in slots of 30 minutes UTC. */
    public static String group(int people) {
        String group = "group-" + UUID.randomUUID();
        as("supervisor")
                .header("If-None-Match", "*")
                .body(plan(people, 30))
                .put("/api/v1/capacity-plans/{group}", group)
                .then()
                .statusCode(201);
        return group;
    }

    /** A plan that is open around the clock. */
    public static Map<String, Object> plan(int people, int slotMinutes) {
        List<Map<String, String>> hours = Stream.of(
                        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
                .map(day -> Map.of("day", day, "from", "00:00", "to", "24:00"))
                .toList();
        return Map.of("timeZone", "Etc/UTC", "slotMinutes", slotMinutes, "people", people, "hours", hours);
    }

    /** The starts of the group's slots, without the very next one, which may begin while the test runs. */
    public static List<Instant> slots(String group) {
        List<String> starts = as("agent")
                .queryParam("group", group)
                .get("/api/v1/callback-slots")
                .then()
                .statusCode(200)
                .extract()
                .path("items.start");
        return starts.stream().skip(1).map(Instant::parse).toList();
    }

    /** What books a slot. */
    public static Map<String, Object> booking(String group, Instant slotStart) {
        Map<String, Object> booking = new HashMap<>();
        booking.put("name", "Amara Okafor");
        booking.put("phone", "+44 7700 900142");
        booking.put("slotStart", slotStart.toString());
        booking.put("timeZone", "Europe/London");
        booking.put("reason", "My order has not arrived.");
        booking.put("group", group);
        return booking;
    }

    /** Books as an agent. */
    public static ValidatableResponse book(Map<String, Object> booking) {
        return as("agent").body(booking).post("/api/v1/callbacks").then();
    }

    /** Books the next slot of a new group for one, and returns the callback's id. */
    public static String booked() {
        String group = group(1);
        return book(booking(group, slots(group).getFirst()))
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Takes down a call as an agent. */
    public static ValidatableResponse attempt(String id, String outcome) {
        return as("agent")
                .body(Map.of("outcome", outcome))
                .post("/api/v1/callbacks/{id}/attempts", id)
                .then();
    }

    /** Calls it off as an agent. */
    public static ValidatableResponse cancel(String id) {
        return as("agent").post("/api/v1/callbacks/{id}/cancellation", id).then();
    }

    /** A JSON request of a new account with the role. */
    public static RequestSpecification as(String role) {
        return with(Tokens.of(role));
    }

    /** A JSON request with the token. */
    public static RequestSpecification with(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
