package helpdesk.notification.appointment.page;

import helpdesk.notification.appointment.AppointmentByLink.Seen;
import helpdesk.notification.appointment.AppointmentStatus;
import helpdesk.platform.page.Phrases;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * An appointment on the customer's page.
 *
 * @param token where its forms go, and its calendar file is, relative to the page
 * @param said what stands first: what became of it, or null
 * @param fault the name of the sentence that says what is wrong with what was entered; null when nothing is
 * @param changeable whether there are forms
 */
public record AppointmentPage(
        Phrases words,
        String token,
        String subject,
        String day,
        String time,
        String zone,
        String address,
        String said,
        String fault,
        boolean changeable,
        String wish) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    static AppointmentPage of(Seen seen, String token, Phrases words, String fault) {
        ZonedDateTime start = seen.start().atZone(seen.zone());
        ZonedDateTime end = seen.end().atZone(seen.zone());
        String until = start.toLocalDate().equals(end.toLocalDate())
                ? TIME.format(end)
                : "%s (%s)".formatted(TIME.format(end), words.dayOfWeek(end));
        return new AppointmentPage(
                words,
                token,
                seen.subject(),
                words.dayOfWeek(start),
                TIME.format(start) + "–" + until,
                seen.zone().getId(),
                seen.address(),
                said(seen, words),
                fault == null ? null : words.get(fault),
                seen.changeable(),
                seen.wish());
    }

    private static String said(Seen seen, Phrases words) {
        if (seen.status() == AppointmentStatus.BOOKED) {
            if (!seen.changeable()) {
                return words.get("begun");
            }
            return seen.wish() == null ? null : words.get("wished");
        }
        return words.get(seen.status().wireName());
    }
}
