package helpdesk.ticket.standard;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.ticket.calendar.Shift;
import helpdesk.ticket.servicelevel.Metric;
import helpdesk.ticket.servicelevel.TimeKind;
import helpdesk.ticket.vocabulary.Channel;
import helpdesk.ticket.vocabulary.Priority;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What everybody may expect of the service, in a reader's language (practice 21).
 *
 * @param organisation who promises it; absent when that was not said
 * @param standards in the order in which they are asked; the last is for all requests that no other is for
 * @param hours when people are there, each calendar once
 * @param contacts none when none were given
 */
@Schema(name = "ServiceStandards")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StandardsView(
        String language,
        String organisation,
        String title,
        String intro,
        List<Standard> standards,
        List<Hours> hours,
        List<Contact> contacts,
        Settlement settlement) {

    /**
     * What is promised to whom.
     *
     * @param waiting when the time stands still, in words
     */
    @Schema(name = "ServiceStandard")
    public record Standard(String name, List<Promise> promises, String waiting) {

        /** Whether some of it is for some priorities only. */
        public boolean byPriority() {
            return promises.stream().anyMatch(promise -> !promise.forWhich().isEmpty());
        }
    }

    /**
     * A promise.
     *
     * @param label what it is about, in words
     * @param priorities for which it is; none when for all that no other is for
     * @param forWhich the same in words
     * @param seconds how long it takes at most
     * @param duration the same in words
     * @param time which time counts
     * @param counted the same in words
     */
    @Schema(name = "ServiceStandardPromise")
    public record Promise(
            Metric metric,
            String label,
            List<Priority> priorities,
            String forWhich,
            long seconds,
            String duration,
            TimeKind time,
            String counted) {}

    /**
     * When people are there.
     *
     * @param name the standards whose time it is
     * @param isOpen whether they are right now
     * @param otherDays in the next 60 days
     */
    @Schema(name = "ServiceHours")
    public record Hours(String name, String timeZone, boolean isOpen, List<Day> week, List<OtherDay> otherDays) {}

    /** A weekday, and its hours in words. */
    @Schema(name = "ServiceDay")
    public record Day(DayOfWeek day, String name, List<Shift> shifts, String text) {}

    /** A day with other hours than its weekday, and why. */
    @Schema(name = "ServiceOtherDay")
    public record OtherDay(LocalDate date, String dateText, String name, List<Shift> shifts, String text) {}

    /** A way to reach us. */
    @Schema(name = "ServiceContact")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Contact(Channel channel, String label, String address, String note) {}

    /**
     * What happens when something went wrong (practice 11).
     *
     * @param longest how long it takes at most; absent when nothing is promised of it
     */
    @Schema(name = "ServiceSettlement")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Settlement(List<String> steps, Promise longest) {}
}
