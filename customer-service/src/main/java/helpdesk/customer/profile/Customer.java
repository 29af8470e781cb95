package helpdesk.customer.profile;

import helpdesk.customer.CustomerProblem;
import helpdesk.platform.persistence.Aggregate;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;

/** A customer as a person: how to address them, by what they are recognised, what to know before talking to them. */
@Entity
public class Customer extends Aggregate {

    /** What a customer is called who was forgotten. */
    public static final String ERASED_NAME = "[erased]";

    /** The largest page and the one row behind it: a page of profiles takes two statements. */
    private static final int LARGEST_PAGE = 101;

    @Embedded
    private WrittenProfile written = new WrittenProfile();

    @ElementCollection
    @CollectionTable(name = "customer_identity", joinColumns = @JoinColumn(name = "customer_id"))
    @BatchSize(size = LARGEST_PAGE)
    private Set<Identity> identities = new LinkedHashSet<>();

    private UUID mergedIntoId;
    private Instant erasedAt;

    /** Whether the person is being forgotten: what would be written now might be overlooked. */
    private boolean erasing;

    /** How often the customer was recognised behind a ticket. It also gives each of these events a version of its own. */
    private int contacts;

    private Instant lastContactAt;

    /** How often something else was told of the customer; it gives these events versions of their own, too. */
    private int touched;

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

    /** The profile as it would be if what another source says counted, and what it does not say stayed. */
    CustomerDetails completed(CustomerDetails said) {
        return details().completedBy(said);
    }

    /** Adds identities that belong to nobody yet, as far as there is room; empty when none was added. */
    public Optional<CustomerEvent.Changed> learn(Collection<Identity> found, Instant now) {
        boolean learnt = false;
        for (Identity identity : found) {
            learnt |= known().add(identity.addedAt(now));
        }
        return learnt ? Optional.of(changed(now)) : Optional.empty();
    }

    /** The customer turned out to be the requester of the ticket. */
    public CustomerEvent.Identified identify(UUID ticketId, IdentifiedBy by, Instant now) {
        contacts++;
        lastContactAt = now;
        return new CustomerEvent.Identified(
                id(), ticketId, by, written.name(), details().preferredName(), now);
    }

    private CustomerEvent.Changed changed(Instant now) {
        writableSince = version() + 1;
        updatedAt = now;
        return new CustomerEvent.Changed(profile(), now);
    }

    private void write(CustomerDetails details, Instant now) {
        WrittenProfile fresh = written.rewritten(details);
        // Set again, it would count as changed.
        if (fresh != written) {
            written = fresh;
        }
        known().replace(details.identities().stream()
                .map(one -> withItsPast(one, now))
                .toList());
    }

    /** What is known of an identity that the customer has already stays known. */
    private Identity withItsPast(Identity written, Instant now) {
        return find(written)
                .map(known -> written.addedAt(known.addedAt()).verifiedAt(known.verifiedAt()))
                .orElseGet(() -> written.addedAt(now));
    }

    /** The identity as this customer has it. */
    public Optional<Identity> find(Identity sought) {
        return known().find(sought);
    }

    private KnownIdentities known() {
        return new KnownIdentities(identities);
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
        written.consent(said);
        return changed(now);
    }

    /** What the customer has said of being told things. */
    List<Consent> consents() {
        return written.consents();
    }

    /** The channels, by their names in events, by which the customer does not want to be told of rewards. */
    public List<String> channelsRefusedForRewards() {
        return ConsentView.of(this).stream()
                .filter(view -> view.purpose() == Purpose.REWARDS && !view.allowed())
                .map(view -> view.channel().name().toLowerCase(Locale.ROOT))
                .toList();
    }

    boolean isNotToBeContacted() {
        return written.isNotToBeContacted();
    }

    /** Belongs to the organisation from the beginning, unless there is another already. */
    void belongTo(UUID organization) {
        written.belongTo(organization);
    }

    /** The domains of the mail addresses. */
    List<String> domains() {
        return known().domains();
    }

    /** All that the customer is recognised by, kind by kind, in order. */
    public List<Identity> identities() {
        return known().all();
    }

    /** The part of the profile that can be written, as it is. */
    CustomerDetails details() {
        return written.details(known());
    }

    private Profile profile() {
        return Profile.of(id(), details(), written.consents(), createdAt);
    }

    /** What the profile says, apart from identities. */
    public ProfileState state() {
        return new ProfileState(details().withoutIdentities(), written.consents());
    }

    /** Whether there is room for these identities, too. */
    public boolean hasRoomFor(Collection<Identity> others) {
        return known().hasRoomFor(others);
    }

    /** Another profile of the same person goes on here: what it is recognised by, and what is not said here. */
    public CustomerEvent.Changed combine(
            ProfileState own, ProfileState other, Collection<Identity> gained, Instant now) {
        written.take(own.with(other));
        gained.forEach(known()::add);
        return changed(now);
    }

    /**
     * The other stands for itself again, with the identities that are its own.
     *
     * @param others what else goes on here, and still has its say
     */
    public CustomerEvent.Changed part(
            ProfileState former,
            ProfileState merged,
            List<ProfileState> others,
            Collection<Identity> lost,
            Instant now) {
        ProfileState left = state().without(former, merged);
        for (ProfileState other : others) {
            left = left.with(other);
        }
        written.take(left);
        lost.forEach(known()::remove);
        return changed(now);
    }

    /** This profile goes on in another, and is recognised by nothing from now on. */
    public CustomerEvent.Merged mergeInto(UUID survivor, UUID merge, Instant now) {
        mergedIntoId = survivor;
        identities.clear();
        changed(now);
        return new CustomerEvent.Merged(id(), survivor, merge, now);
    }

    /** This profile stands for itself again. */
    public CustomerEvent.Unmerged standAgain(Collection<Identity> returned, UUID from, UUID merge, Instant now) {
        mergedIntoId = null;
        identities.addAll(returned);
        changed(now);
        return new CustomerEvent.Unmerged(profile(), from, merge, now);
    }

    /**
     * A profile that goes on in another, or whose person is forgotten or about to be, takes nothing any more.
     *
     * @throws helpdesk.platform.problem.Problem {@code customer-merged}, {@code customer-erased}, {@code erasure-under-way}
     */
    public void requireStanding() {
        requireRemembered();
        if (erasing) {
            throw CustomerProblem.ERASURE_UNDER_WAY.problem(
                    "The customer is being forgotten. Nothing can be changed any more.");
        }
        if (mergedIntoId != null) {
            throw CustomerProblem.CUSTOMER_MERGED.problem("The profile goes on in %s. Use that one.", mergedIntoId);
        }
    }

    /**
     * Of who was forgotten nothing can be told.
     *
     * @throws helpdesk.platform.problem.Problem {@code customer-erased}
     */
    void requireRemembered() {
        if (erasedAt != null) {
            throw CustomerProblem.CUSTOMER_ERASED.problem("Nothing is known of the customer any more.");
        }
    }

    /** Whether the person was forgotten. */
    public boolean isErased() {
        return erasedAt != null;
    }

    /** From now on nothing is written to the profile, until nothing is left of it. */
    public void beginErasure() {
        erasing = true;
    }

    /** Something about the customer is told that is no part of the profile; the event has a version of its own. */
    public void touch(Instant now) {
        updatedAt = now;
        touched++;
    }

    /** Something is told that happened beside the profile; the event has a version of its own. */
    void speakOf() {
        touched++;
    }

    /** Whose days count; UTC where it is not known where the customer lives. */
    public ZoneId zone() {
        return written.zone();
    }

    public LocalDate birthday() {
        return written.birthday();
    }

    public String name() {
        return written.name();
    }

    /** Whether the profile stands for itself. */
    public boolean isStanding() {
        return erasedAt == null && !erasing && mergedIntoId == null;
    }

    UUID mergedIntoId() {
        return mergedIntoId;
    }

    /** See the decision record on what callers can write. */
    long writableSince() {
        return writableSince;
    }

    UUID organizationId() {
        return written.organizationId();
    }

    UUID accountManagerId() {
        return written.accountManagerId();
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
