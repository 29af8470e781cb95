package helpdesk.ticket.calendar;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Hours on the clock on the wall. A shift that does not end after it begins ends on the next day: from 22:00 to 06:00, or from
 * 00:00 to 00:00 for a whole day.
 */
@Schema(
        name = "Shift",
        description = "Hours on the clock on the wall. One that does not end after it begins ends on the next day:"
                + " 22:00 to 06:00, or 00:00 to 00:00 for a whole day.")
public record Shift(
        @NotNull(message = "Say when it begins, as 09:00.")
        @Pattern(regexp = TIME, message = TIME_MESSAGE)
        @Schema(examples = "09:00")
        String from,

        @NotNull(message = "Say when it ends, as 17:30.")
        @Pattern(regexp = TIME, message = TIME_MESSAGE)
        @Schema(examples = "17:30")
        String to) {

    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";
    private static final String TIME_MESSAGE = "A time is four digits from 00:00 to 23:59; midnight is 00:00.";

    /** How long it is on a day on which no clock is changed. */
    Duration length() {
        return Duration.between(begin(LocalDate.EPOCH), end(LocalDate.EPOCH));
    }

    LocalDateTime begin(LocalDate day) {
        return day.atTime(LocalTime.parse(from));
    }

    LocalDateTime end(LocalDate day) {
        LocalDateTime end = day.atTime(LocalTime.parse(to));
        return end.isAfter(begin(day)) ? end : end.plusDays(1);
    }
}
