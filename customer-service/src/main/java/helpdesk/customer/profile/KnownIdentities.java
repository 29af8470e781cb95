package helpdesk.customer.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a customer is recognised by: at most {@value CustomerDetails#MOST_IDENTITIES} of each kind, in their order. */
final class KnownIdentities {

    private final Set<Identity> identities;

    KnownIdentities(Set<Identity> identities) {
        this.identities = identities;
    }

    /** All of them, kind by kind, in order. */
    List<Identity> all() {
        return Stream.of(IdentityKind.values())
                .flatMap(kind -> of(kind).stream())
                .toList();
    }

    List<Identity> of(IdentityKind kind) {
        List<Identity> kin = new ArrayList<>(identities);
        kin.removeIf(identity -> identity.kind() != kind);
        kin.sort(Comparator.comparingInt(Identity::position));
        return kin;
    }

    Optional<Identity> find(Identity sought) {
        return identities.stream().filter(sought::isSameAs).findFirst();
    }

    /** Adds it behind its kin, unless it is there already, or there is no room. */
    boolean add(Identity identity) {
        List<Identity> kin = of(identity.kind());
        return kin.size() < CustomerDetails.MOST_IDENTITIES
                && kin.stream().noneMatch(identity::isSameAs)
                && identities.add(identity.at(kin.isEmpty() ? 0 : kin.getLast().position() + 1));
    }

    /** Whether there is room for all of these, too. */
    boolean hasRoomFor(Collection<Identity> others) {
        return Stream.of(IdentityKind.values())
                .allMatch(kind -> of(kind).size()
                                + others.stream()
                                        .filter(other -> other.kind() == kind)
                                        .count()
                        <= CustomerDetails.MOST_IDENTITIES);
    }

    /** These take the place of those. What is known of one that stays stays known. */
    void replace(List<Identity> written) {
        identities.retainAll(written);
        identities.addAll(written);
    }

    void remove(Identity identity) {
        identities.removeIf(identity::isSameAs);
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

    /** The domains of the mail addresses. */
    List<String> domains() {
        return of(IdentityKind.EMAIL).stream()
                .flatMap(identity -> identity.domain().stream())
                .distinct()
                .toList();
    }

    private <T> List<T> written(IdentityKind kind, Function<Identity, T> form) {
        return of(kind).stream().map(form).toList();
    }
}
