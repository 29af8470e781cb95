package helpdesk.ticket.ticketing;

import helpdesk.platform.contact.EmailAddresses;
import helpdesk.platform.contact.PhoneNumbers;
import helpdesk.ticket.customers.KnownCustomer;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who asks: contact data until the customer is identified, the customer's id from then on. */
@Embeddable
public class Requester {

    private UUID customerId;

    /** The profile that was named, when that goes on in the customer's. */
    private UUID customerOriginId;

    @Column(name = "requester_name")
    private String name;

    private String preferredName;
    private String email;
    private String phone;
    private String handleNetwork;
    private String handle;

    /** For the persistence provider. */
    protected Requester() {}

    /** Somebody known only by what they told. Without a name, the contact itself stands for it. */
    static Requester contact(String name, String email, String phone, Handle handle) {
        Requester requester = new Requester();
        requester.email = EmailAddresses.normalize(email);
        requester.phone = phone == null ? null : PhoneNumbers.normalize(phone).orElseThrow();
        requester.handleNetwork = handle == null ? null : handle.network().strip();
        requester.handle = handle == null ? null : handle.handle().strip();
        requester.name = name != null
                ? name.strip()
                : Stream.of(localPart(requester.email), requester.phone, requester.handle)
                        .filter(value -> value != null)
                        .findFirst()
                        .orElseThrow();
        return requester;
    }

    /** A customer whose profile is known, by the id that was named. */
    static Requester customer(KnownCustomer customer, UUID named) {
        Requester requester = new Requester();
        requester.customerId = customer.id();
        requester.customerOriginId = named.equals(customer.id()) ? null : named;
        requester.name = customer.name();
        requester.preferredName = customer.preferredName();
        requester.email = customer.email();
        requester.phone = customer.phone();
        return requester;
    }

    /** A customer whose profile is not here: only the name was told. */
    static Requester unknownCustomer(UUID customer, UUID named, String name) {
        Requester requester = new Requester();
        requester.customerId = customer;
        requester.customerOriginId = named.equals(customer) ? null : named;
        requester.name = name.strip();
        return requester;
    }

    /** The same requester, now known to be this customer, by the name of the profile where it has one. */
    Requester identifiedAs(UUID customer, UUID named, String knownName, String knownPreferredName) {
        Requester identified = copy();
        identified.customerId = customer;
        identified.customerOriginId = named.equals(customer) ? null : named;
        identified.name = knownName == null || knownName.isBlank() ? name : knownName;
        identified.preferredName = knownPreferredName;
        return identified;
    }

    Requester copy() {
        Requester copy = new Requester();
        copy.customerId = customerId;
        copy.customerOriginId = customerOriginId;
        copy.name = name;
        copy.preferredName = preferredName;
        copy.email = email;
        copy.phone = phone;
        copy.handleNetwork = handleNetwork;
        copy.handle = handle;
        return copy;
    }

    /** All that is known of the person, for search. */
    String words() {
        return Stream.of(name, preferredName, email, phone, handle)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    /** What the person can be called, the preferred name first; empty when a contact stands for the name. */
    List<String> calledBy() {
        boolean unnamed = Stream.of(localPart(email), phone, handle).anyMatch(name::equals);
        return unnamed
                ? List.of()
                : Stream.of(preferredName, name).filter(Objects::nonNull).toList();
    }

    private static String localPart(String email) {
        return email == null ? null : email.substring(0, email.indexOf('@'));
    }

    UUID customerId() {
        return customerId;
    }

    String name() {
        return name;
    }

    String preferredName() {
        return preferredName;
    }

    String email() {
        return email;
    }

    String phone() {
        return phone;
    }

    Handle handle() {
        return handle == null ? null : new Handle(handleNetwork, handle);
    }
}
