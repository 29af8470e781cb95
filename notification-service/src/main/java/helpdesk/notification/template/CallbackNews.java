package helpdesk.notification.template;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What customers are told of callbacks after they were confirmed (practice 15), in their own time zone. */
public sealed interface CallbackNews extends Content.Templated {

    /** The time that it tells of; null where there is none any more. */
    Instant start();

    @Override
    default Optional<Instant> due() {
        return Optional.ofNullable(start());
    }

    /** We call soon. */
    record Reminder(Instant start, Instant end, ZoneId zone, String phone, String link) implements CallbackNews {
        @Override
        public String template() {
            return "callback_reminder";
        }

        @Override
        public Map<String, String> facts(Locale language) {
            return time(start, end, zone, phone, link, language);
        }
    }

    /** We call at another time than was said before. */
    record Moved(Instant start, Instant end, ZoneId zone, String phone, String link) implements CallbackNews {
        @Override
        public String template() {
            return "callback_moved";
        }

        @Override
        public Map<String, String> facts(Locale language) {
            return time(start, end, zone, phone, link, language);
        }
    }

    /** We do not call, which the customer did not ask for. */
    record Cancelled(Instant start, Instant end, ZoneId zone, String link) implements CallbackNews {
        @Override
        public String template() {
            return "callback_cancelled";
        }

        @Override
        public Map<String, String> facts(Locale language) {
            Map<String, String> facts = new HashMap<>(time(start, end, zone, "", link, language));
            facts.remove("phone");
            return facts;
        }
    }

    /**
     * We have not spoken.
     *
     * @param called whether we tried
     */
    record Missed(boolean called, String phone, String link) implements CallbackNews {
        @Override
        public Instant start() {
            return null;
        }

        @Override
        public String template() {
            return "callback_missed";
        }

        @Override
        public Map<String, String> facts(Locale language) {
            Map<String, String> facts = new HashMap<>();
            facts.put("called", called ? phone : null);
            facts.put("link", link);
            return facts;
        }
    }

    /** A time in words, on the clock of the zone. */
    static Map<String, String> time(
            Instant start, Instant end, ZoneId zone, String phone, String link, Locale language) {
        DateTimeFormatter minute = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
        return Map.of(
                "day",
                DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                        .withLocale(language)
                        .format(start.atZone(zone)),
                "from",
                minute.format(start.atZone(zone)),
                "to",
                minute.format(end.atZone(zone)),
                "zone",
                zone.getId(),
                "phone",
                phone,
                "link",
                link);
    }
}
