package helpdesk.notification.booking;

import helpdesk.notification.capacity.SlotQuery;
import helpdesk.notification.capacity.SlotView;
import helpdesk.platform.page.Phrases;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The times that somebody can choose, by days on their own clock. */
@ApplicationScoped
class FreeTimes {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** So many days are shown at once. */
    private static final int DAYS = 14;

    /** So many times are shown at once: a page stays small. */
    private static final int TIMES = 96;

    /** One of each difference to UTC, as people know it; nobody looks for theirs among 600. */
    private static final List<String> ZONES = List.of(
            "Pacific/Honolulu",
            "America/Anchorage",
            "America/Los_Angeles",
            "America/Denver",
            "America/Chicago",
            "America/New_York",
            "America/Halifax",
            "America/St_Johns",
            "America/Sao_Paulo",
            "Atlantic/Azores",
            "Etc/UTC",
            "Europe/London",
            "Africa/Lagos",
            "Europe/Berlin",
            "Africa/Cairo",
            "Africa/Johannesburg",
            "Europe/Athens",
            "Europe/Moscow",
            "Asia/Riyadh",
            "Asia/Tehran",
            "Asia/Dubai",
            "Asia/Kabul",
            "Asia/Almaty",
            "Asia/Karachi",
            "Asia/Kolkata",
            "Asia/Kathmandu",
            "Asia/Dhaka",
            "Asia/Bangkok",
            "Asia/Shanghai",
            "Asia/Tokyo",
            "Australia/Adelaide",
            "Australia/Sydney",
            "Pacific/Auckland");

    private final SlotQuery slots;
    private final Clock clock;

    FreeTimes(SlotQuery slots, Clock clock) {
        this.slots = slots;
        this.clock = clock;
    }

    /**
     * The form with the times of the day that is asked for, or of the first one that has any.
     *
     * @param filled deed and what stands in its fields; its times are kept when there are any
     */
    PageForm form(PageForm filled, String group, PageQuery query, Phrases words) {
        ZoneId zone = ZoneId.of(filled.zone());
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        LocalDate asked = query.dayOr(today);
        long window = Math.clamp(ChronoUnit.DAYS.between(today, asked), 0, 364) / DAYS;
        LocalDate first = today.plusDays(window * DAYS);
        Instant from = first.atStartOfDay(zone).toInstant();
        Map<LocalDate, List<SlotView>> days =
                slots.free(group, from, first.plusDays(DAYS).atStartOfDay(zone).toInstant()).stream()
                        .collect(Collectors.groupingBy(
                                slot -> slot.start().atZone(zone).toLocalDate()));
        TreeSet<LocalDate> known = new TreeSet<>(days.keySet());
        LocalDate day = known.isEmpty() || known.contains(asked) ? asked : known.first();
        Address address = new Address(filled, words);
        List<PageWay> further = new ArrayList<>();
        if (window > 0) {
            further.add(address.to(first.minusDays(DAYS), 0, words.get("earlier")));
        }
        if (window < 364 / DAYS) {
            further.add(address.to(first.plusDays(DAYS), 0, words.get("later")));
        }
        List<SlotView> times = days.getOrDefault(day, List.of());
        int part = Math.min(query.partOrFirst(), Math.max(0, times.size() - 1) / TIMES);
        if (part > 0) {
            further.add(address.to(day, part - 1, words.get("times.earlier")));
        }
        if (times.size() > (part + 1) * TIMES) {
            further.add(address.to(day, part + 1, words.get("times.later")));
        }
        return new PageForm(
                filled.deed(),
                address.text(day, part),
                known.stream()
                        .map(one -> new PageWay(
                                address.text(one, 0), words.dayOfWeek(one.atStartOfDay(zone)), one.equals(day)))
                        .toList(),
                further,
                filled.times().isEmpty()
                        ? times.stream()
                                .skip((long) part * TIMES)
                                .limit(TIMES)
                                .map(slot -> new PageTime(slot.start().getEpochSecond(), span(slot, zone), false))
                                .toList()
                        : filled.times(),
                filled.zone(),
                zones(filled.zone()),
                filled.who(),
                filled.name(),
                filled.phone(),
                filled.reason());
    }

    /** Times with their days, the first of them chosen. */
    static List<PageTime> anywhere(List<SlotView> slots, String zone, Phrases words) {
        ZoneId clock = ZoneId.of(zone);
        List<PageTime> times = new ArrayList<>();
        for (SlotView slot : slots) {
            String text = words.dayOfWeek(slot.start().atZone(clock)) + ", " + span(slot, clock);
            times.add(new PageTime(slot.start().getEpochSecond(), text, times.isEmpty()));
        }
        return times;
    }

    /** From when until when, with the difference to UTC where the clock is put back and shows the time twice. */
    private static String span(SlotView slot, ZoneId zone) {
        ZonedDateTime start = slot.start().atZone(zone);
        boolean twice = zone.getRules().getValidOffsets(start.toLocalDateTime()).size() > 1;
        return span(start, slot.end().atZone(zone)) + (twice ? " (" + start.getOffset() + ")" : "");
    }

    /** From when until when, on the clock of one's zone. */
    static String span(ZonedDateTime start, ZonedDateTime end) {
        return MINUTE.format(start) + "–" + MINUTE.format(end);
    }

    private static List<String> zones(String chosen) {
        TreeSet<String> zones = new TreeSet<>(ZONES);
        zones.add(chosen);
        return List.copyOf(zones);
    }

    /** Addresses of the same form at other days. */
    private record Address(PageForm form, Phrases words) {

        PageWay to(LocalDate day, int part, String text) {
            return new PageWay(text(day, part), text, false);
        }

        String text(LocalDate day, int part) {
            return "?language=" + words.language() + "&zone=" + form.zone().replace("+", "%2B") + "&day=" + day
                    + (part == 0 ? "" : "&part=" + part) + (form.isMoving() ? "&deed=move" : "");
        }
    }
}
