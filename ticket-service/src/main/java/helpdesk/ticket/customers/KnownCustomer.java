package helpdesk.ticket.customers;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.UUID;

/** What ticket-service knows of a customer, from customer-service's events. */
@Entity
public class KnownCustomer {

    @Id
    private UUID id;

    private String name;
    private String preferredName;
    private String email;
    private String phone;
    private String language;
    private long sequence;

    /** For the persistence provider. */
    protected KnownCustomer() {}

    KnownCustomer(UUID id) {
        this.id = id;
        this.sequence = -1;
    }

    /** Takes over the profile, unless something newer was taken over before. */
    void follow(CustomerFacts profile, long profileSequence) {
        if (profileSequence <= sequence) {
            return;
        }
        name = profile.name();
        preferredName = profile.preferredName();
        email = first(profile.emails());
        phone = first(profile.phones());
        language = first(profile.languages());
        sequence = profileSequence;
    }

    private static String first(List<String> values) {
        return values == null || values.isEmpty() ? null : values.getFirst();
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String preferredName() {
        return preferredName;
    }

    public String email() {
        return email;
    }

    public String phone() {
        return phone;
    }

    public String language() {
        return language;
    }
}
