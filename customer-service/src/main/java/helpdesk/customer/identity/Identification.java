package helpdesk.customer.identity;

import helpdesk.customer.duplicate.Suggestions;
import helpdesk.customer.privacy.ErasureService;
import helpdesk.customer.profile.Customer;
import helpdesk.customer.profile.CustomerDetails;
import helpdesk.customer.profile.CustomerRepository;
import helpdesk.customer.profile.CustomerService;
import helpdesk.customer.profile.IdentifiedBy;
import helpdesk.customer.profile.Identity;
import helpdesk.customer.profile.IdentityHistory;
import helpdesk.customer.profile.Owner;
import helpdesk.customer.text.PlainLine;
import helpdesk.platform.outbox.Outbox;
import helpdesk.platform.persistence.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Finds out which customer is behind a ticket (practice 1: looked up by any identity the moment they make contact). Works in
 * the transaction of the ticket's event. When two replicas meet the same new person at the same moment, the unique identity
 * lets one of them win; the other's transaction fails, and finds the profile when its event is taken again.
 */
@ApplicationScoped
public class Identification {

    private static final Logger LOG = Logger.getLogger(Identification.class);

    private final TicketLinks links;
    private final CustomerRepository customers;
    private final CustomerService service;
    private final IdentityHistory history;
    private final ErasureService erasures;
    private final Suggestions suggestions;
    private final Outbox outbox;
    private final Clock clock;

    Identification(
            TicketLinks links,
            CustomerRepository customers,
            CustomerService service,
            IdentityHistory history,
            ErasureService erasures,
            Suggestions suggestions,
            Outbox outbox,
            Clock clock) {
        this.links = links;
        this.customers = customers;
        this.service = service;
        this.history = history;
        this.erasures = erasures;
        this.suggestions = suggestions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Finds the requester by mail address, else phone number, else handle, or else makes a profile, and links the ticket.
     *
     * @return whose it is, when the ticket was linked now; empty when it was before, or when nothing is known of the person
     */
    public Optional<Owner> identify(OpenedTicket ticket, Instant happened) {
        if (links.ownerOf(ticket.ticketId()).isPresent()) {
            return Optional.empty();
        }
        Optional<Recognised> found = recognise(ticket.requester(), ticket.language(), happened);
        List<Identity> identities = ticket.requester().identities();
        if (found.isEmpty() && erasures.isForgotten(identities, happened)) {
            erasures.forgetTicket(ticket.ticketId(), identities);
        }
        return found.map(who -> link(ticket, who.customer(), who.by()));
    }

    /**
     * Finds who that is by mail address, else phone number, else handle, or else makes a profile.
     *
     * @param happened when they presented themselves
     * @return empty when nothing is known of the person, or when the person wants to be forgotten since
     */
    public Optional<Recognised> recognise(Contact contact, String language, Instant happened) {
        List<Identity> identities = contact.identities();
        Map<Identity, UUID> owners = customers.owners(identities);
        Optional<Identity> known =
                identities.stream().filter(owners::containsKey).findFirst();
        if (known.isPresent()) {
            Customer customer = customers.lock(owners.get(known.get()));
            owners.values().stream()
                    .filter(other -> !other.equals(customer.id()))
                    .distinct()
                    .forEach(other -> suggestions.sameContact(customer.id(), other));
            if (customer.find(known.get()).isEmpty()) {
                // It was given to somebody else while we waited for the lock; now that can be seen.
                return recognise(contact, language, happened);
            }
            List<Identity> unowned = identities.stream()
                    .filter(identity -> !owners.containsKey(identity))
                    .toList();
            List<Identity> former = customer.identities();
            customer.learn(unowned, clock.instant()).ifPresent(event -> {
                outbox.append(customer, event);
                history.write(customer, former, clock.instant());
            });
            return Optional.of(
                    new Recognised(customer, IdentifiedBy.of(known.get().kind())));
        }
        if (erasures.isForgotten(identities, happened)) {
            return Optional.empty();
        }
        return details(contact, language)
                .map(details -> service.admit(new Customer(Ids.next(), details, clock.instant())))
                .map(customer -> new Recognised(customer, IdentifiedBy.CREATED));
    }

    /**
     * Links the ticket to the customer whose id came with it.
     *
     * @return the customer, when the ticket was linked now; empty when it was before, or there is no such customer
     */
    public Optional<Owner> remember(UUID ticketId, UUID customerId) {
        Optional<Owner> owner = customers.owner(customerId);
        if (owner.isEmpty()) {
            LOG.debugf("Ticket %s names a customer that does not exist", ticketId);
        }
        return owner.filter(one -> links.link(ticketId, one, clock.instant()));
    }

    private Owner link(OpenedTicket ticket, Customer customer, IdentifiedBy by) {
        Instant now = clock.instant();
        outbox.append(customer, customer.identify(ticket.ticketId(), by, now));
        Owner owner = new Owner(customer.id(), null);
        links.link(ticket.ticketId(), owner, now);
        return owner;
    }

    /** What a new profile begins with; empty when there is nothing to call the person by. */
    private static Optional<CustomerDetails> details(Contact contact, String language) {
        return name(contact)
                .map(name -> CustomerDetails.ofContact(
                        name,
                        line(contact.preferredName()).orElse(null),
                        Identity.email(contact.email()).stream()
                                .map(Identity::written)
                                .toList(),
                        Identity.phone(contact.phone()).stream()
                                .map(Identity::written)
                                .toList(),
                        Identity.handle(contact.handle()).isPresent() ? List.of(contact.handle()) : List.of(),
                        Stream.ofNullable(language).toList()));
    }

    private static Optional<String> name(Contact contact) {
        return line(contact.name())
                .or(() -> Identity.email(contact.email()).map(Identity::written).map(Identification::localPart))
                .or(() -> Identity.phone(contact.phone()).map(Identity::written))
                .or(() -> Identity.handle(contact.handle()).map(Identity::written));
    }

    private static String localPart(String address) {
        return address.substring(0, address.indexOf('@'));
    }

    private static Optional<String> line(String text) {
        return Optional.of(PlainLine.of(text, CustomerDetails.LONGEST_NAME)).filter(line -> !line.isEmpty());
    }
}
