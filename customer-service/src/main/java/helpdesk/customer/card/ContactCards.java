package helpdesk.customer.card;

import helpdesk.customer.organization.OrganizationName;
import helpdesk.customer.organization.Organizations;
import helpdesk.customer.profile.Customer;
import helpdesk.customer.profile.CustomerRepository;
import helpdesk.customer.profile.CustomerView;
import helpdesk.customer.profile.Lookup;
import helpdesk.platform.agent.KnownAgents;
import helpdesk.platform.identity.CurrentActor;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Gathers what is good to know of customers. A handful of statements, whoever it is and however much there is. */
@ApplicationScoped
@Transactional
class ContactCards {

    /** Who has more than one of the same name is asked which. */
    private static final int MOST = 5;

    private final CustomerRepository customers;
    private final Organizations organizations;
    private final KnownAgents agents;
    private final CardFacts facts;
    private final CurrentActor actor;
    private final Clock clock;

    ContactCards(
            CustomerRepository customers,
            Organizations organizations,
            KnownAgents agents,
            CardFacts facts,
            CurrentActor actor,
            Clock clock) {
        this.customers = customers;
        this.organizations = organizations;
        this.agents = agents;
        this.facts = facts;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * The cards of those who have any of the identities, or the id.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-parameter} when nothing says whom to look for
     */
    List<ContactCardView> find(Lookup lookup, UUID id) {
        if (id != null && !lookup.isForEverybody()) {
            throw PlatformProblem.INVALID_PARAMETER.at(
                    "?customerId", "Look for an id, or for identities, not for both.");
        }
        if (id != null) {
            return cards(customers.findByIdOptional(id).stream()
                    .filter(Customer::isStanding)
                    .toList());
        }
        if (lookup.isForEverybody()) {
            throw PlatformProblem.INVALID_PARAMETER.at(
                    "?phone", "Say whom to look for: email, phone, handle or customerId.");
        }
        return cards(customers.newest(lookup, Optional.empty(), MOST));
    }

    private List<ContactCardView> cards(List<Customer> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        List<CustomerView> views = found.stream().map(CustomerView::of).toList();
        UUID[] ids = views.stream().map(CustomerView::id).toArray(UUID[]::new);
        Map<UUID, OrganizationName> employers =
                organizations.names(ids(views.stream().map(CustomerView::organizationId)));
        Map<UUID, UUID> carers = new HashMap<>();
        views.forEach(view -> carer(view, employers).ifPresent(agent -> carers.put(view.id(), agent)));
        Map<UUID, String> names = agents.names(ids(carers.values().stream()));
        Map<UUID, CardTickets> tickets = facts.openTickets(ids);
        // Programs may know who calls, but not what people here say of them.
        boolean forPeople =
                Stream.of(Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT).anyMatch(actor::has);
        Map<UUID, List<CardNote>> notes = forPeople ? facts.pinnedNotes(ids) : Map.of();
        Map<UUID, List<String>> segments = forPeople ? facts.segments(ids) : Map.of();
        Map<UUID, List<CardHappening>> latest = forPeople ? facts.latest(ids) : Map.of();
        Map<UUID, CardHappening> contacts = forPeople ? facts.lastContact(ids) : Map.of();
        return views.stream()
                .map(view -> ContactCardView.of(
                        view,
                        localTime(view.timeZone()),
                        employers.get(view.organizationId()),
                        carers.containsKey(view.id())
                                ? new CardAgent(carers.get(view.id()), names.get(carers.get(view.id())))
                                : null,
                        tickets.getOrDefault(view.id(), CardTickets.NONE),
                        notes.getOrDefault(view.id(), List.of()),
                        segments.getOrDefault(view.id(), List.of()),
                        contacts.get(view.id()),
                        latest.getOrDefault(view.id(), List.of())))
                .toList();
    }

    /** The customer's own, or else the organisation's. */
    private static Optional<UUID> carer(CustomerView customer, Map<UUID, OrganizationName> employers) {
        return Optional.ofNullable(customer.accountManagerId())
                .or(() -> Optional.ofNullable(employers.get(customer.organizationId()))
                        .map(OrganizationName::accountManagerId));
    }

    private OffsetDateTime localTime(String timeZone) {
        return timeZone == null
                ? null
                : clock.instant().atZone(ZoneId.of(timeZone)).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS);
    }

    private static List<UUID> ids(Stream<UUID> some) {
        return some.filter(Objects::nonNull).distinct().toList();
    }
}
