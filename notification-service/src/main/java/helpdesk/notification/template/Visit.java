package helpdesk.notification.template;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What customers are told of visits, in their own time zone (practice 8). */
public sealed interface Visit extends Content.Templated {

    /** What is known of the visit. */
    Facts visit();

    @Override
    default Optional<Instant> due() {
        return Optional.of(visit().start());
    }

    @Override
    default Map<String, String> facts(Locale language) {
        return visit().told(language);
    }

    /** We come. */
    record Confirmation(Facts visit) implements Visit {
        @Override
        public String template() {
            return "appointment_confirmation";
        }
    }

    /** We come soon. */
    record Reminder(Facts visit) implements Visit {
        @Override
        public String template() {
            return "appointment_reminder";
        }
    }

    /** We come at another time. */
    record Moved(Facts visit, Instant formerStart, Instant formerEnd) implements Visit {
        @Override
        public String template() {
            return "appointment_moved";
        }

        @Override
        public Map<String, String> facts(Locale language) {
            Map<String, String> facts = new HashMap<>(visit.told(language));
            facts.put("former", Facts.dayAndTime(formerStart, formerEnd, visit.zone(), language));
            return facts;
        }
    }

    /**
     * We do not come.
     *
     * @param ours whether it is we who could not
     */
    record Cancelled(Facts visit, boolean ours) implements Visit {
        @Override
        public String template() {
            return "appointment_cancelled";
        }

        @Override
        public Map<String, String> facts(Locale language) {
            Map<String, String> facts = new HashMap<>(visit.told(language));
            // Where it is does not matter any more, and there is nothing left to do by the link.
            facts.remove("address");
            facts.remove("link");
            facts.put("ours", ours ? visit.subject() : null);
            return facts;
        }
    }

    /**
     * What is known of a visit.
     *
     * @param address in one line
     * @param link to the customer's page
     */
    record Facts(String subject, Instant start, Instant end, ZoneId zone, String address, String link) {

        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

        Map<String, String> told(Locale language) {
            Map<String, String> facts = new HashMap<>();
            facts.put("subject", subject);
            facts.put("day", day(start.atZone(zone), language));
            facts.put("from", TIME.format(start.atZone(zone)));
            facts.put("to", until(start, end, zone, language));
            facts.put("zone", zone.getId());
            facts.put("address", address);
            facts.put("link", link);
            return facts;
        }

        static String dayAndTime(Instant start, Instant end, ZoneId zone, Locale language) {
            return "%s, %s–%s"
                    .formatted(
                            day(start.atZone(zone), language),
                            TIME.format(start.atZone(zone)),
                            until(start, end, zone, language));
        }

        /** With the day where that is another one. */
        private static String until(Instant start, Instant end, ZoneId zone, Locale language) {
            LocalDate first = start.atZone(zone).toLocalDate();
            ZonedDateTime last = end.atZone(zone);
            String time = TIME.format(last);
            return first.equals(last.toLocalDate()) ? time : time + " (" + day(last, language) + ")";
        }

        private static String day(ZonedDateTime time, Locale language) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                    .withLocale(language)
                    .format(time);
        }
    }
}
