package helpdesk.customer.profile;

import helpdesk.platform.persistence.Aggregate;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.annotations.BatchSize;

/** A customer as a person: how to address them, by what they are recognised, what to know before talking to them. */
@Entity
public class Customer extends Aggregate {

    /** The largest page and the one row behind it: a page of profiles takes two statements. */
    private static final int LARGEST_PAGE = 101;

    private String name;
    private String preferredName;

    @ElementCollection
    @CollectionTable(name = "customer_identity", joinColumns = @JoinColumn(name = "customer_id"))
    @BatchSize(size = LARGEST_PAGE)
    private Set<Identity> identities = new LinkedHashSet<>();

    private List<String> languages;
    private String timeZone;
    private LocalDate birthday;
    private String cultureNotes;

    /** How often the customer was recognised behind a ticket. It also gives each of these events a version of its own. */
    private int contacts;

    private Instant lastContactAt;

    /** The version that last changed what callers can write. */
    private long writableSince;

    private Instant createdAt;
    private Instant updatedAt;

    /** For the persistence provider. */
    protected Customer() {}

    public Customer(UUID id, CustomerDetails details, Instant now) {
        super(id);
        write(details);
        createdAt = now;
        updatedAt = now;
    }

    /** The event of a new customer. */
    CustomerEvent.Created created() {
        return new CustomerEvent.Created(profile());
    }

    /** Writes the profile anew; empty when nothing is different. */
    Optional<CustomerEvent.Changed> change(CustomerDetails details, Instant now) {
        CustomerDetails former = details();
        write(details);
        return details().equals(former) ? Optional.empty() : Optional.of(changed(now));
    }

    /** Adds identities that belong to nobody yet, as far as there is room; empty when none was added. */
    public Optional<CustomerEvent.Changed> learn(Collection<Identity> found, Instant now) {
        boolean learnt = false;
        for (Identity identity : found) {
            List<Identity> kin = identities(identity.kind());
            if (kin.size() < CustomerDetails.MOST_IDENTITIES && kin.stream().noneMatch(identity::isSameAs)) {
                learnt |= identities.add(
                        identity.at(kin.isEmpty() ? 0 : kin.getLast().position() + 1));
            }
        }
        return learnt ? Optional.of(changed(now)) : Optional.empty();
    }

    /** The customer turned out to be the requester of the ticket. */
    public CustomerEvent.Identified identify(UUID ticketId, IdentifiedBy by, Instant now) {
        contacts++;
        lastContactAt = now;
        return new CustomerEvent.Identified(id(), ticketId, by, name, preferredName, now);
    }

    private CustomerEvent.Changed changed(Instant now) {
        writableSince = version() + 1;
        updatedAt = now;
        return new CustomerEvent.Changed(profile(), now);
    }

    private void write(CustomerDetails details) {
        name = details.name().strip();
        preferredName = stripped(details.preferredName());
        languages = Languages.canonical(details.languages());
        timeZone = details.timeZone();
        birthday = details.birthday();
        cultureNotes = stripped(details.cultureNotes());
        List<Identity> written = details.identities();
        identities.retainAll(written);
        identities.addAll(written);
    }

    private static String stripped(String text) {
        return text == null ? null : text.strip();
    }

    /** The part of the profile that can be written, as it is. */
    CustomerDetails details() {
        return new CustomerDetails(
                name, preferredName, emails(), phones(), handles(), languages, timeZone, birthday, cultureNotes);
    }

    private Profile profile() {
        return new Profile(id(), name, preferredName, emails(), phones(), handles(), languages, timeZone, createdAt);
    }

    List<String> emails() {
        return written(IdentityKind.EMAIL, Identity::written);
    }

    List<String> phones() {
        return written(IdentityKind.PHONE, Identity::written);
    }

    List<Handle> handles() {
        return written(IdentityKind.HANDLE, identity -> new Handle(identity.network(), identity.written()));
    }

    private <T> List<T> written(IdentityKind kind, Function<Identity, T> form) {
        return identities(kind).stream().map(form).toList();
    }

    private List<Identity> identities(IdentityKind kind) {
        List<Identity> kin = new ArrayList<>(identities);
        kin.removeIf(identity -> identity.kind() != kind);
        kin.sort(Comparator.comparingInt(Identity::position));
        return kin;
    }

    /** See the decision record on what callers can write. */
    long writableSince() {
        return writableSince;
    }

    String name() {
        return name;
    }

    String preferredName() {
        return preferredName;
    }

    List<String> languages() {
        return languages;
    }

    String timeZone() {
        return timeZone;
    }

    LocalDate birthday() {
        return birthday;
    }

    String cultureNotes() {
        return cultureNotes;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
