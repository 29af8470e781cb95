package helpdesk.ticket.calendar;

import helpdesk.platform.text.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A day with hours of its own, in place of those of its weekday and of a holiday. Without shifts, nobody is there.
 *
 * @param date on which its shifts begin
 */
@Schema(
        name = "SpecialDay",
        description =
                "A day with hours of its own, in place of those of its weekday or holiday; without shifts, closed.")
public record SpecialDay(
        @NotNull(message = "Say which day, as 2026-12-24.") LocalDate date,

        @NotNull(message = "Give the day a name, for those who ask why.")
        @PlainText
        @Size(max = 100, message = "A name has at most 100 characters.")
        String name,

        @Size(max = WeekHours.MOST, message = WeekHours.MESSAGE)
        List<@NotNull(message = WeekHours.EMPTY) @Valid Shift> shifts) {

    /** Shifts that are left out are none. */
    public SpecialDay {
        shifts = shifts == null ? List.of() : shifts;
    }
}
