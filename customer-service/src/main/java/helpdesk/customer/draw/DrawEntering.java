package helpdesk.customer.draw;

import helpdesk.customer.review.ProfileReviewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** Lets customers take part in draws as soon as their timelines say that they do what it is about. */
@ApplicationScoped
class DrawEntering implements ProfileReviewer {

    private final Draws draws;
    private final DrawEntries entries;
    private final Clock clock;

    DrawEntering(Draws draws, DrawEntries entries, Clock clock) {
        this.draws = draws;
        this.entries = entries;
        this.clock = clock;
    }

    @Override
    public void review(Collection<UUID> customers) {
        Instant now = clock.instant();
        draws.undrawn().stream()
                .filter(draw -> !draw.opensAt().isAfter(now))
                .forEach(draw -> entries.enter(draw, customers, now));
    }
}
