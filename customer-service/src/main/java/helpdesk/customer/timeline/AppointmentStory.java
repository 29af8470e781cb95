package helpdesk.customer.timeline;

import helpdesk.platform.inbox.PoisonException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The events of appointments as sentences. */
final class AppointmentStory {

    static final Map<String, Function<NotificationFacts, String>> SENTENCES = Map.of(
            "appointment.booked",
            visit -> "Visit booked for " + time(visit, visit.windowStart()),
            "appointment.moved",
            visit -> "Visit of %s moved to %s, as %s wished"
                    .formatted(
                            time(visit, visit.formerStart()), time(visit, visit.windowStart()), party(visit.wishOf())),
            "appointment.kept",
            AppointmentStory::kept,
            "appointment.missed",
            visit -> "Visit of %s missed, %s".formatted(time(visit, visit.windowStart()), fault(visit.fault())),
            "appointment.cancelled",
            visit -> "Visit of %s called off, as %s wished"
                    .formatted(time(visit, visit.windowStart()), party(visit.wishOf())));

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private AppointmentStory() {}

    private static String kept(NotificationFacts visit) {
        String kept = "Visit of " + time(visit, visit.windowStart()) + " kept";
        if (visit.withinWindow() == null) {
            return kept;
        }
        return kept + (visit.withinWindow() ? " within its window" : " outside its window");
    }

    private static String time(NotificationFacts visit, Instant start) {
        if (start == null || visit.timeZone() == null) {
            throw new PoisonException("The appointment lacks a time or its time zone");
        }
        try {
            ZoneId zone = ZoneId.of(visit.timeZone());
            return "%s (%s)".formatted(MINUTE.format(start.atZone(zone)), zone);
        } catch (DateTimeException e) {
            throw new PoisonException("The appointment's time zone is none: " + e.getMessage());
        }
    }

    private static String fault(String wireName) {
        return party(wireName).equals("we") ? "by our fault" : "by the customer's fault";
    }

    private static String party(String wireName) {
        return switch (String.valueOf(wireName)) {
            case "customer" -> "the customer";
            case "us" -> "we";
            default -> throw new PoisonException("The appointment lacks whose wish or fault it was");
        };
    }
}
