package helpdesk.ticket.servicelevel;

import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Policies for the tickets of one test: those with a tag of its own. */
public final class Policies {

    /** Who may make them. */
    public static final String SUPERVISOR = Tokens.of("supervisor");

    private Policies() {}

    /** A calendar whose days are all alike. */
    public static String calendar(String zone, String from, String to) {
        List<Map<String, String>> shifts = List.of(Map.of("from", from, "to", to));
        Map<String, Object> week = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day.name().toLowerCase(Locale.ROOT), shifts);
        }
        return made("/calendars", Map.of("name", "Hours " + UUID.randomUUID(), "timeZone", zone, "week", week));
    }

    /** A calendar in which every hour counts. */
    public static String always() {
        return calendar("UTC", "00:00", "00:00");
    }

    /** What a policy for tickets with the tag can be made of. */
    public static Map<String, Object> body(String tag, String calendar, Object... targets) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "For " + tag);
        body.put("position", 10);
        body.put("conditions", List.of(Map.of("field", "tag", "in", List.of(tag))));
        body.put("calendarId", calendar);
        body.put("targets", List.of(targets));
        return body;
    }

    /** A target in hours of business time. */
    public static Map<String, Object> target(String metric, double goal, double promise, String... priorities) {
        return Map.of(
                "metric",
                metric,
                "goalSeconds",
                (long) (goal * 3_600),
                "promiseSeconds",
                (long) (promise * 3_600),
                "priorities",
                List.of(priorities));
    }

    /** Makes a policy, and gives its id. */
    public static String policy(Map<String, Object> body) {
        return made("/service-level-policies", body);
    }

    /** A tag that no other ticket has. */
    public static String tag() {
        return "t-" + UUID.randomUUID();
    }

    private static String made(String address, Object body) {
        return Api.post(SUPERVISOR, address, body)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }
}
