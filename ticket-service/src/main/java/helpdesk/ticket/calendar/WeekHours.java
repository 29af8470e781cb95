package helpdesk.ticket.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shifts that begin on each day of a week. A day that is left out has none. */
@Schema(name = "WeekHours")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record WeekHours(
        @Size(max = MOST, message = MESSAGE) List<@NotNull(message = EMPTY) @Valid Shift> monday,
        @Size(max = MOST, message = MESSAGE) List<@NotNull(message = EMPTY) @Valid Shift> tuesday,
        @Size(max = MOST, message = MESSAGE) List<@NotNull(message = EMPTY) @Valid Shift> wednesday,
        @Size(max = MOST, message = MESSAGE) List<@NotNull(message = EMPTY) @Valid Shift> thursday,
        @Size(max = MOST, message = MESSAGE) List<@NotNull(message = EMPTY) @Valid Shift> friday,
        @Size(max = MOST, message = MESSAGE) List<@NotNull(message = EMPTY) @Valid Shift> saturday,
        @Size(max = MOST, message = MESSAGE) List<@NotNull(message = EMPTY) @Valid Shift> sunday) {

    static final int MOST = 6;
    static final String MESSAGE = "At most 6 shifts begin on a day.";
    static final String EMPTY = "A shift has a beginning and an end.";

    /** Days that are left out have no shifts. */
    public WeekHours {
        monday = whole(monday);
        tuesday = whole(tuesday);
        wednesday = whole(wednesday);
        thursday = whole(thursday);
        friday = whole(friday);
        saturday = whole(saturday);
        sunday = whole(sunday);
    }

    /** The same shifts on each of some days. */
    static WeekHours on(List<DayOfWeek> days, List<Shift> shifts) {
        List<List<Shift>> week = Arrays.stream(DayOfWeek.values())
                .map(day -> days.contains(day) ? shifts : List.<Shift>of())
                .toList();
        return new WeekHours(week.get(0), week.get(1), week.get(2), week.get(3), week.get(4), week.get(5), week.get(6));
    }

    /** The shifts that begin on the day. */
    public List<Shift> of(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> monday;
            case TUESDAY -> tuesday;
            case WEDNESDAY -> wednesday;
            case THURSDAY -> thursday;
            case FRIDAY -> friday;
            case SATURDAY -> saturday;
            case SUNDAY -> sunday;
        };
    }

    /** Whether a clock that counts these hours could ever end. */
    boolean hasShifts() {
        return Arrays.stream(DayOfWeek.values()).anyMatch(day -> !of(day).isEmpty());
    }

    private static List<Shift> whole(List<Shift> shifts) {
        // Not List.copyOf, which fails on the null that validation is about to name.
        return shifts == null ? List.of() : shifts;
    }
}
