package helpdesk.customer.subscription;

import helpdesk.customer.reward.Money;
import java.time.LocalDate;

/**
 * What whoever sold a subscription says of it.
 *
 * @param id what they call it
 * @param name null when they don't say
 * @param startedOn null when they don't say
 * @param endsOn its last day; null when they don't say
 */
public record SubscriptionNews(String id, String name, LocalDate startedOn, LocalDate endsOn, boolean cancelled) {

    NewSubscription written() {
        return new NewSubscription(name, (Money) null, startedOn, endsOn, id);
    }

    /** Whether it says enough to write down one that is not known. */
    boolean isWhole() {
        return name != null && endsOn != null && (startedOn == null || !endsOn.isBefore(startedOn));
    }
}
