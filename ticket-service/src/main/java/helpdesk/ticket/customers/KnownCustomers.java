package helpdesk.ticket.customers;

import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.inbox.Arrival;
import helpdesk.platform.succession.Successions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The local replica of customers. */
@ApplicationScoped
public class KnownCustomers implements PanacheRepositoryBase<KnownCustomer, UUID> {

    private final Successions successions;
    private final ErasedSubjects erased;

    KnownCustomers(Successions successions, ErasedSubjects erased) {
        this.successions = successions;
        this.erased = erased;
    }

    /** Takes over a profile, unless the person was forgotten. */
    public void follow(CustomerFacts profile, long sequence) {
        KnownCustomer known = findById(profile.customerId());
        if (known == null && erased.contains(profile.customerId())) {
            return;
        }
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
     * opens a ticket for it is faster than the event between the services. For a profile that goes on in another it is that one;
     * nobody who is being forgotten is known.
     */
    public Optional<KnownCustomer> await(UUID id) {
        return Arrival.await(() -> findByIdOptional(id))
                .filter(known -> !erased.contains(id))
                .map(known -> {
                    UUID current = successions.current(id);
                    return current.equals(id)
                            ? known
                            : findByIdOptional(current).orElse(known);
                });
    }
}
