package helpdesk.notification.capacity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Hours of one day, on the wall clock of the plan's time zone. A shift past midnight is two of them. */
@Schema(name = "Hours")
public record HoursBody(
        @NotNull(message = "Write a day, from monday to sunday.")
        Weekday day,

        @NotNull(message = "Write when the hours begin, for example 08:00.")
        @Pattern(regexp = "^([01][0-9]|2[0-3]):[0-5][0-9]$", message = "Write a time from 00:00 to 23:59.")
        @Schema(examples = "08:00")
        String from,

        @NotNull(message = "Write when the hours end, for example 20:00.")
        @Pattern(regexp = "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$", message = "Write a time from 00:01 to 24:00.")
        @Schema(examples = "20:00")
        String to) {

    public static HoursBody of(OpenHours hours) {
        return new HoursBody(hours.day(), time(hours.fromMinute()), time(hours.toMinute()));
    }

    public OpenHours hours() {
        return new OpenHours(day, minutes(from), minutes(to));
    }

    private static int minutes(String time) {
        return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
    }

    private static String time(int minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }
}
