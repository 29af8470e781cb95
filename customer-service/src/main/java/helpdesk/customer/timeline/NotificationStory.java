package helpdesk.customer.timeline;

import helpdesk.platform.inbox.PoisonException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The events of notification-service as sentences. */
final class NotificationStory {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private static final Map<String, Function<NotificationFacts, String>> SENTENCES = Map.of(
            "message.withheld",
            message -> message(message) + " not sent: the customer does not want such messages",
            "callback.requested",
            NotificationStory::requested,
            "callback.attempted",
            NotificationStory::attempted,
            "callback.completed",
            callback -> "Callback completed " + (callback.onTime() ? "on time" : "late"),
            "callback.moved",
            callback -> "Callback moved to " + slot(callback),
            "callback.cancelled",
            callback -> callback(callback) + " cancelled",
            "callback.missed",
            NotificationStory::missed,
            "message.delivered",
            NotificationStory::delivered,
            "message.failed",
            message -> "%s failed: %s".formatted(message(message), message.reason()));

    private static final Set<String> NOT_FOR_CUSTOMERS = Set.of("side_conversation", "staff_notice");

    private NotificationStory() {}

    /** Whether this kind of event is a part of a customer's story. */
    static boolean tells(String kind) {
        return SENTENCES.containsKey(kind) || AppointmentStory.SENTENCES.containsKey(kind);
    }

    /** Whether it was the customer who was in touch. */
    static boolean isByCustomer(String kind) {
        return kind.equals("callback.requested")
                || kind.equals("callback.completed")
                || kind.equals("appointment.kept");
    }

    /** Whether it concerns the customer; what others are told or asked is a matter of those who work on the ticket. */
    static boolean concernsCustomer(NotificationFacts facts) {
        return !NOT_FOR_CUSTOMERS.contains(facts.kind() == null ? "" : facts.kind());
    }

    /** The event of such a kind as a sentence. */
    static String sentence(String kind, NotificationFacts facts) {
        return AppointmentStory.SENTENCES
                .getOrDefault(kind, SENTENCES.get(kind))
                .apply(facts);
    }

    private static String requested(NotificationFacts callback) {
        return callback.slotStart() == null ? "Callback asked for" : "Callback booked for " + slot(callback);
    }

    /** What was asked for when no time was free has none. */
    private static String callback(NotificationFacts callback) {
        return callback.slotStart() == null ? "Callback" : "Callback for " + slot(callback);
    }

    private static String attempted(NotificationFacts callback) {
        return "Callback attempt %d: %s".formatted(callback.attempt(), words(callback.outcome()));
    }

    private static String missed(NotificationFacts callback) {
        String attempts = callback.attempts() == 1 ? "1 attempt" : callback.attempts() + " attempts";
        return callback(callback) + " missed after " + attempts;
    }

    /** Without a mail server messages are kept to be read over the API; nobody should believe that they were sent. */
    private static String delivered(NotificationFacts message) {
        return message(message) + ("kept".equals(message.transport()) ? " kept here, not sent" : " sent");
    }

    private static String slot(NotificationFacts callback) {
        if (callback.timeZone() == null) {
            throw new PoisonException("The callback has no time zone");
        }
        try {
            ZoneId zone = ZoneId.of(callback.timeZone());
            return "%s (%s)".formatted(MINUTE.format(callback.slotStart().atZone(zone)), zone);
        } catch (DateTimeException e) {
            throw new PoisonException("The callback's time zone is none: " + e.getMessage());
        }
    }

    /** {@code survey_invitation} by {@code email} is a survey invitation by email. */
    private static String message(NotificationFacts message) {
        String kind = words(message.kind());
        String way =
                switch (String.valueOf(message.channel())) {
                    case "sms" -> "by SMS";
                    case "in_app" -> "in the app";
                    default -> "by " + words(message.channel());
                };
        return kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1) + " " + way;
    }

    private static String words(String wireName) {
        if (wireName == null || wireName.isEmpty()) {
            throw new PoisonException("The notification lacks its kind, channel or outcome");
        }
        return wireName.replace('_', ' ');
    }
}
