package helpdesk.customer.timeline;

import helpdesk.customer.profile.Owner;
import helpdesk.customer.subscription.SubscriptionService;
import helpdesk.customer.visit.Visits;
import helpdesk.platform.inbox.IncomingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/** Takes over what other systems tell of subscriptions and visits. */
@ApplicationScoped
class LoyaltyNews {

    private final SubscriptionService subscriptions;
    private final Visits visits;
    private final Clock clock;

    LoyaltyNews(SubscriptionService subscriptions, Visits visits, Clock clock) {
        this.subscriptions = subscriptions;
        this.visits = visits;
        this.clock = clock;
    }

    void follow(Owner owner, IntegrationFacts facts, IncomingEvent event) {
        facts.subscription().ifPresent(news -> subscriptions.follow(owner, event.source(), news));
        facts.visit().ifPresent(visit -> {
            // Clocks elsewhere may be fast: nobody was here in the future.
            Instant at = Stream.of(visit.at(), event.time(), clock.instant())
                    .filter(Objects::nonNull)
                    .min(Instant::compareTo)
                    .orElseThrow();
            visits.follow(owner, at, visit.what(), event.source(), event.id());
        });
    }
}
