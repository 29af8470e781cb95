package helpdesk.ticket.customers;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** The local replica of customers. */
@ApplicationScoped
public class KnownCustomers implements PanacheRepositoryBase<KnownCustomer, UUID> {

    private static final int LOOKS = 20;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /** Takes over a profile. */
    public void follow(CustomerFacts profile, long sequence) {
        KnownCustomer known = findById(profile.customerId());
        if (known == null) {
            known = new KnownCustomer(profile.customerId());
            known.follow(profile, sequence);
            persist(known);
        } else {
            known.follow(profile, sequence);
        }
    }

    /**
     * The customer. One that is not known yet is waited for, at most a second: somebody who has just created a profile and
     * opens a ticket for it is faster than the event between the services.
     */
    public Optional<KnownCustomer> await(UUID id) {
        for (int look = 0; look < LOOKS; look++) {
            Optional<KnownCustomer> known = findByIdOptional(id);
            if (known.isPresent()) {
                return known;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return findByIdOptional(id);
    }
}
