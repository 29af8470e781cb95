package helpdesk.customer.profile;

import helpdesk.platform.contact.EmailAddresses;
import helpdesk.platform.contact.PhoneNumbers;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something by which a customer is recognised. Kind, network and value together belong to one customer at most.
 *
 * @param network the network of a handle in lower case, else empty
 * @param value the one form in which it is compared
 * @param written the form people are shown
 * @param position the place among the customer's identities of its kind, from 0
 * @param addedAt since when it is the customer's; null before that was kept
 * @param verifiedAt since when it is known for sure to be the customer's; null while it is not
 */
@Embeddable
public record Identity(
        @Enumerated(EnumType.STRING) @Column(nullable = false)
        IdentityKind kind,

        @Column(nullable = false) String network,
        @Column(nullable = false) String value,
        @Column(nullable = false) String written,
        @Column(nullable = false) int position,
        Instant addedAt,
        Instant verifiedAt) {

    private static final int LONGEST_EMAIL = 254;
    private static final Pattern LEADING_SIGNS = Pattern.compile("^[\\s@]+", Pattern.UNICODE_CHARACTER_CLASS);

    /** The mail address in lower case; empty when there is none or it is none. */
    public static Optional<Identity> email(String text) {
        String address = text == null ? "" : EmailAddresses.normalize(text);
        return address.indexOf('@') > 0 && address.length() <= LONGEST_EMAIL
                ? Optional.of(new Identity(IdentityKind.EMAIL, "", address, address, 0, null, null))
                : Optional.empty();
    }

    /** The phone number in E.164; empty when there is none or it is none. */
    public static Optional<Identity> phone(String text) {
        return Optional.ofNullable(text)
                .flatMap(PhoneNumbers::normalize)
                .map(number -> new Identity(IdentityKind.PHONE, "", number, number, 0, null, null));
    }

    /** The handle, compared without regard to case and to a leading @; empty when there is none or it is none. */
    public static Optional<Identity> handle(Handle handle) {
        if (handle == null || handle.network() == null || handle.handle() == null) {
            return Optional.empty();
        }
        String network = handle.network().strip().toLowerCase(Locale.ROOT);
        String written = withoutAt(handle.handle());
        boolean fits = !network.isEmpty()
                && !written.isEmpty()
                && network.length() <= Handle.LONGEST_NETWORK
                && written.length() <= Handle.LONGEST_HANDLE
                && (network + written).chars().noneMatch(Character::isISOControl);
        return fits
                ? Optional.of(new Identity(IdentityKind.HANDLE, network, comparable(written), written, 0, null, null))
                : Optional.empty();
    }

    /** The form in which handles are compared within their network. */
    static String comparable(String handle) {
        return withoutAt(handle).toLowerCase(Locale.ROOT);
    }

    private static String withoutAt(String handle) {
        return LEADING_SIGNS.matcher(handle.strip()).replaceFirst("");
    }

    /** Whether both are the same thing, wherever they stand and however they are written. */
    public boolean isSameAs(Identity other) {
        return kind == other.kind && network.equals(other.network) && value.equals(other.value);
    }

    /** The same identity at another place. */
    Identity at(int place) {
        return new Identity(kind, network, value, written, place, addedAt, verifiedAt);
    }

    /** The same identity, the customer's since then. */
    Identity addedAt(Instant time) {
        return new Identity(kind, network, value, written, position, time, verifiedAt);
    }

    /** The same identity, known for sure since then; null when it is not. */
    Identity verifiedAt(Instant time) {
        return new Identity(kind, network, value, written, position, addedAt, time);
    }

    /** The same as this, as far as it is known for sure as the other is. */
    public Identity knownLike(Identity other) {
        return verifiedAt(other.verifiedAt());
    }

    /** The part of a mail address behind the at sign; empty for anything else. */
    Optional<String> domain() {
        return kind == IdentityKind.EMAIL ? Optional.of(value.substring(value.lastIndexOf('@') + 1)) : Optional.empty();
    }
}
