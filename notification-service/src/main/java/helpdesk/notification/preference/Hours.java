package helpdesk.notification.preference;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Quiet hours as they are written: {@code 21:00} to {@code 08:00}. */
public record Hours(
        @NotNull(message = "Write when the quiet hours begin.") @Pattern(regexp = TIME, message = ADVICE)
        String from,

        @NotNull(message = "Write when the quiet hours are over.") @Pattern(regexp = TIME, message = ADVICE)
        String to) {

    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";
    private static final String ADVICE = "Write a time from 00:00 to 23:59.";
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    static Hours of(QuietHours quiet) {
        return new Hours(WRITTEN.format(quiet.from()), WRITTEN.format(quiet.to()));
    }

    QuietHours quiet() {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(to));
    }
}
