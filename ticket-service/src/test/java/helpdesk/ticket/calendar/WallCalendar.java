package helpdesk.ticket.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A calendar as somebody sees it who looks at the clock on the wall each minute. */
public record WallCalendar(ZoneId zone, WeekHours week, Map<LocalDate, SpecialDay> specialDays) {

    /** Zones with each kind of change: north and south, half an hour, at midnight, for Ramadan. */
    public static final String[] ZONES = {
        "Europe/Berlin",
        "Europe/London",
        "America/New_York",
        "America/St_Johns",
        "America/Santiago",
        "Africa/Cairo",
        "Africa/Casablanca",
        "Asia/Jerusalem",
        "Australia/Lord_Howe",
        "Pacific/Auckland"
    };

    /** The same as the product knows it. */
    public CalendarBody body() {
        return new CalendarBody("Some", zone.getId(), week, null, List.copyOf(specialDays.values()));
    }

    /** Without any arithmetic of instants: what does the wall show, and is that in a shift of today or of yesterday? */
    public boolean counts(Instant minute) {
        LocalDateTime wall = LocalDateTime.ofInstant(minute, zone);
        LocalDate today = wall.toLocalDate();
        return shifts(today).stream().anyMatch(shift -> isWithin(wall, shift, today))
                || shifts(today.minusDays(1)).stream().anyMatch(shift -> isWithin(wall, shift, today.minusDays(1)));
    }

    private List<Shift> shifts(LocalDate day) {
        SpecialDay special = specialDays.get(day);
        return special == null ? week.of(day.getDayOfWeek()) : special.shifts();
    }

    private static boolean isWithin(LocalDateTime wall, Shift shift, LocalDate day) {
        LocalDateTime begin = LocalDateTime.of(day, LocalTime.parse(shift.from()));
        boolean isPastMidnight = shift.to().compareTo(shift.from()) <= 0;
        LocalDateTime end = LocalDateTime.of(isPastMidnight ? day.plusDays(1) : day, LocalTime.parse(shift.to()));
        return !wall.isBefore(begin) && wall.isBefore(end);
    }

    /** Any calendar of the zone, often with shifts around the hours at which clocks are changed. */
    public static WallCalendar random(ZoneId zone, Random random) {
        List<List<Shift>> week = new ArrayList<>();
        Arrays.stream(DayOfWeek.values()).forEach(day -> week.add(shifts(random)));
        Map<LocalDate, SpecialDay> special = LocalDate.of(2024, 1, 1)
                .datesUntil(LocalDate.of(2029, 1, 1))
                .filter(day -> random.nextInt(12) == 0)
                .collect(Collectors.toMap(day -> day, day -> new SpecialDay(day, "Special", shifts(random))));
        return new WallCalendar(
                zone,
                new WeekHours(
                        week.get(0), week.get(1), week.get(2), week.get(3), week.get(4), week.get(5), week.get(6)),
                special);
    }

    private static List<Shift> shifts(Random random) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> new Shift(time(random), time(random)))
                .toList();
    }

    /** Often around the hours at which clocks are changed. */
    private static String time(Random random) {
        int hour = random.nextBoolean() ? random.nextInt(5) : random.nextInt(24);
        return "%02d:%02d".formatted(hour, random.nextInt(12) * 5);
    }
}
