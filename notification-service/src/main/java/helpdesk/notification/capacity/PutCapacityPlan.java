package helpdesk.notification.capacity;

import helpdesk.platform.contact.TimeZoneName;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a group's plan is to be. */
record PutCapacityPlan(
        @NotNull(message = "Write the time zone of the hours, for example Europe/Berlin.") @TimeZoneName
        String timeZone,

        @NotNull(message = "Write how long a slot lasts, in minutes.")
        @Min(value = 5, message = "A slot lasts at least 5 minutes.")
        @Max(value = 240, message = "A slot lasts at most 240 minutes.")
        Integer slotMinutes,

        @NotNull(message = "Write how many customers can be called at the same time.")
        @Min(value = 0, message = "Write 0 or more; with 0 nothing can be booked.")
        @Max(value = 1000, message = "Write at most 1000.")
        Integer people,

        @Schema(
                description =
                        "So many minutes before their time customers are reminded of it, default 60; 0 for not at all")
        @Min(value = 0, message = "Write 0 or more; with 0 nobody is reminded.")
        @Max(value = 10_080, message = "Write at most 10080, which is a week.")
        Integer reminderMinutes,

        @Schema(description = "So many minutes after a call that reached nobody the next one is due, default 15")
        @Min(value = 1, message = "Write at least 1.")
        @Max(value = 1440, message = "Write at most 1440, which is a day.")
        Integer retryMinutes,

        @Schema(description = "So often a customer is called before it is given up, default 3")
        @Min(value = 1, message = "Write at least 1.")
        @Max(value = 10, message = "Write at most 10.")
        Integer mostAttempts,

        @NotNull(message = "Write the weekly hours.")
        @Size(min = 1, max = 50, message = "Write 1 to 50 stretches of weekly hours.")
        List<@NotNull(message = "Write a day with its hours.") @Valid HoursBody> hours) {

    /**
     * The plan.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-request} when hours are shorter than a slot or overlap
     */
    Capacity capacity() {
        List<OpenHours> rows = new ArrayList<>();
        for (HoursBody body : hours) {
            OpenHours row = body.hours();
            String pointer = "/hours/" + rows.size();
            if (row.minutes() < slotMinutes) {
                throw PlatformProblem.INVALID_REQUEST.at(
                        pointer + "/to",
                        "These hours end before one slot is over. Let them end later; a shift past midnight is written as"
                                + " two: until 24:00, and from 00:00 of the next day.");
            }
            if (rows.stream().anyMatch(row::overlaps)) {
                throw PlatformProblem.INVALID_REQUEST.at(
                        pointer, "These hours overlap others of the same day. Join them, or let one begin later.");
            }
            rows.add(row);
        }
        return new Capacity(ZoneId.of(timeZone), Duration.ofMinutes(slotMinutes), people, rows, rules());
    }

    private CallingRules rules() {
        CallingRules usual = CallingRules.USUAL;
        return new CallingRules(
                reminderMinutes == null ? usual.reminder() : Duration.ofMinutes(reminderMinutes),
                retryMinutes == null ? usual.pause() : Duration.ofMinutes(retryMinutes),
                mostAttempts == null ? usual.attempts() : mostAttempts);
    }
}
