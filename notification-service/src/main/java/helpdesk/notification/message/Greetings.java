package helpdesk.notification.message;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/** Greets customers on the days that matter to them (practice 4), and tells those who stay away that they are missed (practice 3). */
@ApplicationScoped
class Greetings {

    private static final Logger LOG = Logger.getLogger(Greetings.class);

    /** One that comes later embarrasses: after a long downtime, say, or when old events are read anew. */
    private static final int MOST_DAYS_LATE = 14;

    private final Postbox postbox;
    private final Clock clock;

    Greetings(Postbox postbox, Clock clock) {
        this.postbox = postbox;
        this.clock = clock;
    }

    void greet(MilestoneFacts milestone) {
        if (milestone.isCard()) {
            post(milestone.message(), milestone.date());
        }
    }

    void miss(LapseFacts lapse) {
        if (lapse.tell()) {
            post(lapse.message(), LocalDate.ofInstant(lapse.lapsedAt(), ZoneOffset.UTC));
        }
    }

    private void post(MessageDraft greeting, LocalDate day) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (day.plusDays(MOST_DAYS_LATE).isBefore(today)) {
            LOG.debugf("No %s is written for %s: its day was %s", greeting.kind(), greeting.causeId(), day);
            return;
        }
        postbox.post(greeting);
    }
}
