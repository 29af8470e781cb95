package helpdesk.notification.calendar;

import helpdesk.notification.capacity.HoursBody;
import helpdesk.notification.capacity.OpenHours;
import helpdesk.platform.contact.TimeZoneName;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;

/** What an agent's calendar is to be. */
record PutAgentCalendar(
        @NotNull(message = "Write the time zone of the hours, for example Europe/Berlin.") @TimeZoneName
        String timeZone,

        @NotNull(message = "Write the weekly hours.")
        @Size(min = 1, max = 50, message = "Write 1 to 50 stretches of weekly hours.")
        List<@NotNull(message = "Write a day with its hours.") @Valid HoursBody> hours,

        @Size(max = 200, message = "Write at most 200 absences; those that are over can be left out.")
        List<@NotNull(message = "Write an absence.") @Valid AbsenceBody> absences) {

    /**
     * The hours.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-request} when some are empty or overlap
     */
    List<OpenHours> openHours() {
        List<OpenHours> rows = new ArrayList<>();
        for (HoursBody body : hours) {
            OpenHours row = body.hours();
            String pointer = "/hours/" + rows.size();
            if (row.minutes() <= 0) {
                throw PlatformProblem.INVALID_REQUEST.at(
                        pointer + "/to",
                        "These hours end before they begin. A shift past midnight is written as two: until 24:00, and from"
                                + " 00:00 of the next day.");
            }
            if (rows.stream().anyMatch(row::overlaps)) {
                throw PlatformProblem.INVALID_REQUEST.at(
                        pointer, "These hours overlap others of the same day. Join them, or let one begin later.");
            }
            rows.add(row);
        }
        return rows;
    }

    /**
     * The absences.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-request} when some are empty or overlap
     */
    List<Absence> away() {
        List<Absence> rows = new ArrayList<>();
        for (AbsenceBody body : absences == null ? List.<AbsenceBody>of() : absences) {
            String pointer = "/absences/" + rows.size();
            if (!body.from().isBefore(body.to())) {
                throw PlatformProblem.INVALID_REQUEST.at(pointer + "/to", "This absence ends before it begins.");
            }
            Absence row = body.absence();
            if (rows.stream().anyMatch(other -> other.window().overlaps(row.window()))) {
                throw PlatformProblem.INVALID_REQUEST.at(pointer, "This absence overlaps another. Join them.");
            }
            rows.add(row);
        }
        return rows;
    }
}
