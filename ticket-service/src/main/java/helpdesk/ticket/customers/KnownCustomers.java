package helpdesk.ticket.customers;

import helpdesk.platform.inbox.Arrival;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The local replica of customers. */
@ApplicationScoped
public class KnownCustomers implements PanacheRepositoryBase<KnownCustomer, UUID> {

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
        return Arrival.await(() -> findByIdOptional(id));
    }
}
