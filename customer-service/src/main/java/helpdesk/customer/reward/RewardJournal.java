package helpdesk.customer.reward;

import helpdesk.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.UUID;

/** Tells of coupons: the world by events, and the customer's timeline. */
@ApplicationScoped
class RewardJournal {

    private final Outbox outbox;
    private final Event<RewardTold> told;

    RewardJournal(Outbox outbox, Event<RewardTold> told) {
        this.outbox = outbox;
        this.told = told;
    }

    void tell(Coupon coupon, RewardEvent event) {
        UUID id = outbox.append(coupon, event);
        if (event.customerId() != null) {
            told.fire(RewardTold.of(id, event));
        }
    }
}
