package helpdesk.customer.review;

import java.util.Collection;
import java.util.UUID;

/** Keeps something up to date that follows from what is known of customers. */
public interface ProfileReviewer {

    /** Looks at these customers anew, in the transaction at hand. Who does not stand for themselves is among them, too. */
    void review(Collection<UUID> customers);
}
