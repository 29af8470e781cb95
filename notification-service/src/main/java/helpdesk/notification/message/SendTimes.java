package helpdesk.notification.message;

import helpdesk.notification.preference.Preference;
import helpdesk.notification.preference.QuietTimes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** When messages may go: nobody is woken by what can wait. */
@ApplicationScoped
class SendTimes {

    /** What is due so soon cannot wait for the end of a night. */
    private static final Duration SOON = Duration.ofHours(12);

    private final QuietTimes quietTimes;

    SendTimes(QuietTimes quietTimes) {
        this.quietTimes = quietTimes;
    }

    /**
     * When the message may go; null for at once.
     *
     * @param timeZone in the customer's profile, or null
     */
    Instant after(MessageDraft draft, MessageChannel channel, Preference preference, String timeZone, Instant now) {
        if (!canWait(draft, channel, now)) {
            return null;
        }
        Instant over = quietTimes.over(now, preference, timeZone);
        return over.isAfter(now) ? over : null;
    }

    /** What nobody has asked for, and every text message that is not about something soon: phones ring. */
    private static boolean canWait(MessageDraft draft, MessageChannel channel, Instant now) {
        boolean soon = draft.due().isPresent() && draft.due().get().isBefore(now.plus(SOON));
        return draft.kind().purpose().isPresent() || channel == MessageChannel.SMS && !soon;
    }
}
