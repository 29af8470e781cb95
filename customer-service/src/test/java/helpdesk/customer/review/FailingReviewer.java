package helpdesk.customer.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Cannot review these customers, so that a test sees what becomes of the others. */
@ApplicationScoped
class FailingReviewer implements ProfileReviewer {

    static final Set<UUID> BROKEN = ConcurrentHashMap.newKeySet();

    @Override
    public void review(Collection<UUID> customers) {
        if (customers.stream().anyMatch(BROKEN::contains)) {
            throw new IllegalStateException("One of them is broken");
        }
    }
}
