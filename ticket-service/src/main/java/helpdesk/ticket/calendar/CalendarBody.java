package helpdesk.ticket.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.platform.contact.TimeZoneName;
import helpdesk.platform.text.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What people write of a calendar, as a whole or, as a merge patch, in part. */
@Schema(name = "NewCalendar")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CalendarBody(
        @NotNull(message = "Give the calendar a name.")
        @PlainText
        @Size(min = 1, max = 100, message = "A name has 1 to 100 characters.")
        @Schema(examples = "Support desk")
        String name,

        @NotNull(message = "Say in which time zone its hours are.") @TimeZoneName @Schema(examples = "Europe/Berlin")
        String timeZone,

        @NotNull(message = "Say when people are there.") @Valid
        WeekHours week,

        @Valid @Schema(description = "Whose public holidays are free; those of nobody when left out")
        HolidayRegion holidays,

        @Size(max = 400, message = "At most 400 special days; remove some that have passed.")
        List<@NotNull(message = "A special day has a date and a name.") @Valid SpecialDay> specialDays) {

    /** Special days that are left out are none. */
    public CalendarBody {
        specialDays = specialDays == null ? List.of() : specialDays;
    }

    /** The time that counts by this calendar. */
    public WorkingTime workingTime() {
        return new WorkingTime(ZoneId.of(timeZone), week, specialDays, holidays);
    }
}
