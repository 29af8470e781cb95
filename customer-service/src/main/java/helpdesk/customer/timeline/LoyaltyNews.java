package helpdesk.customer.timeline;

import helpdesk.customer.profile.Owner;
import helpdesk.customer.subscription.SubscriptionService;
import helpdesk.customer.visit.Visits;
import helpdesk.platform.inbox.IncomingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Takes over what other systems tell of subscriptions and visits. */
@ApplicationScoped
class LoyaltyNews {

    private final SubscriptionService subscriptions;
    private final Visits visits;

    LoyaltyNews(SubscriptionService subscriptions, Visits visits) {
        this.subscriptions = subscriptions;
        this.visits = visits;
    }

    void follow(Owner owner, IntegrationFacts facts, IncomingEvent event) {
        facts.subscription().ifPresent(news -> subscriptions.follow(owner, event.source(), news));
        facts.visit().ifPresent(visit -> {
            // A clock elsewhere may be fast: nobody was here in the future.
            Instant at = visit.at() == null || visit.at().isAfter(event.time()) ? event.time() : visit.at();
            visits.follow(owner, at, visit.what(), event.source(), event.id());
        });
    }
}
