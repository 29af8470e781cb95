package helpdesk.customer.profile;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A customer as a person: how to address them, by what they are recognised, what to know before talking to them. */
@Entity
public class Customer extends Aggregate {

    /** The largest page and the one row behind it: a page of profiles takes two statements. */
    private static final int LARGEST_PAGE = 101;

    private String name;
    private String preferredName;
    private String pronunciation;

    @ElementCollection
    @CollectionTable(name = "customer_identity", joinColumns = @JoinColumn(name = "customer_id"))
    @BatchSize(size = LARGEST_PAGE)
    private Set<Identity> identities = new LinkedHashSet<>();

    private List<String> languages;
    private String timeZone;
    private LocalDate birthday;
    private String cultureNotes;
    private String accessibilityNeeds;
    private UUID organizationId;
    private UUID accountManagerId;
    private boolean doNotContact;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Consent> consents = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, JsonNode> customFields;

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
        write(details, now);
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
        write(details, now);
        return details().equals(former) ? Optional.empty() : Optional.of(changed(now));
    }

    /** Adds identities that belong to nobody yet, as far as there is room; empty when none was added. */
    public Optional<CustomerEvent.Changed> learn(Collection<Identity> found, Instant now) {
        boolean learnt = false;
        for (Identity identity : found) {
            List<Identity> kin = identities(identity.kind());
            if (kin.size() < CustomerDetails.MOST_IDENTITIES && kin.stream().noneMatch(identity::isSameAs)) {
                learnt |= identities.add(
                        identity.at(kin.isEmpty() ? 0 : kin.getLast().position() + 1)
                                .addedAt(now));
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

    private void write(CustomerDetails details, Instant now) {
        name = details.name().strip();
        preferredName = stripped(details.preferredName());
        languages = Languages.canonical(details.languages());
        timeZone = details.timeZone();
        birthday = details.birthday();
        cultureNotes = stripped(details.cultureNotes());
        pronunciation = stripped(details.pronunciation());
        accessibilityNeeds = stripped(details.accessibilityNeeds());
        organizationId = details.organizationId();
        accountManagerId = details.accountManagerId();
        doNotContact = details.doNotContact();
        customFields = new TreeMap<>(details.customFields());
        List<Identity> written =
                details.identities().stream().map(one -> withItsPast(one, now)).toList();
        identities.retainAll(written);
        identities.addAll(written);
    }

    /** What is known of an identity that the customer has already stays known. */
    private Identity withItsPast(Identity written, Instant now) {
        return find(written)
                .map(known -> written.addedAt(known.addedAt()).verifiedAt(known.verifiedAt()))
                .orElseGet(() -> written.addedAt(now));
    }

    /** The identity as this customer has it. */
    public Optional<Identity> find(Identity sought) {
        return identities.stream().filter(sought::isSameAs).findFirst();
    }

    /** It is known for sure that the identity is this customer's. */
    CustomerEvent.Changed verify(Identity known, Instant now) {
        identities.remove(known);
        identities.add(known.verifiedAt(now));
        return changed(now);
    }

    /** The identity turned out to be somebody else's. */
    CustomerEvent.Changed giveUp(Identity known, Instant now) {
        identities.remove(known);
        return changed(now);
    }

    /**
     * The customer says what they want to be told. What is said of all channels takes the place of what was said of one.
     */
    CustomerEvent.Changed consent(Consent said, Instant now) {
        consents = Stream.concat(consents.stream().filter(former -> !said.replaces(former)), Stream.of(said))
                .sorted(Consent.ORDER)
                .toList();
        return changed(now);
    }

    /** What the customer has said of being told things. */
    List<Consent> consents() {
        return consents;
    }

    /** The channels, by their names in events, by which the customer does not want to be told of rewards. */
    public List<String> channelsRefusedForRewards() {
        return ConsentView.of(this).stream()
                .filter(view -> view.purpose() == Purpose.REWARDS && !view.allowed())
                .map(view -> view.channel().name().toLowerCase(Locale.ROOT))
                .toList();
    }

    boolean isNotToBeContacted() {
        return doNotContact;
    }

    /** Belongs to the organisation from the beginning, unless there is another already. */
    void belongTo(UUID organization) {
        if (organizationId == null) {
            organizationId = organization;
        }
    }

    /** The domains of the mail addresses. */
    List<String> domains() {
        return identities(IdentityKind.EMAIL).stream()
                .flatMap(identity -> identity.domain().stream())
                .distinct()
                .toList();
    }

    /** All that the customer is recognised by, kind by kind, in order. */
    public List<Identity> identities() {
        return Stream.of(IdentityKind.values())
                .flatMap(kind -> identities(kind).stream())
                .toList();
    }

    private static String stripped(String text) {
        return text == null ? null : text.strip();
    }

    /** The part of the profile that can be written, as it is. */
    CustomerDetails details() {
        return new CustomerDetails(
                name,
                preferredName,
                pronunciation,
                emails(),
                phones(),
                handles(),
                languages,
                timeZone,
                birthday,
                cultureNotes,
                accessibilityNeeds,
                organizationId,
                accountManagerId,
                doNotContact,
                new TreeMap<>(customFields));
    }

    private Profile profile() {
        return new Profile(
                id(),
                name,
                preferredName,
                emails(),
                phones(),
                handles(),
                languages,
                timeZone,
                organizationId,
                accountManagerId,
                doNotContact,
                consents,
                createdAt);
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

    UUID organizationId() {
        return organizationId;
    }

    UUID accountManagerId() {
        return accountManagerId;
    }

    Instant lastContactAt() {
        return lastContactAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
