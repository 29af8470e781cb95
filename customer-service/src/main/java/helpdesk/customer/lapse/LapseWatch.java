package helpdesk.customer.lapse;

import helpdesk.customer.organization.OrganizationName;
import helpdesk.customer.organization.Organizations;
import helpdesk.customer.profile.Customer;
import helpdesk.customer.profile.CustomerJournal;
import helpdesk.customer.profile.CustomerRepository;
import helpdesk.customer.profile.CustomerView;
import helpdesk.customer.review.ProfileReviewer;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.request.Causation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Notices who stays away, and who of them comes back (practice 3). */
@ApplicationScoped
class LapseWatch implements ProfileReviewer {

    private static final Actor SELF = Actor.system("lapses");

    /** Who has stayed away for longer is not run after any more, whenever we learn of it. */
    private static final int LONGEST_AGO_DAYS = 365;

    private final LapseRules rules;
    private final Lapses lapses;
    private final Standings standings;
    private final CustomerRepository customers;
    private final Organizations organizations;
    private final CustomerJournal journal;
    private final Causation causation;
    private final Clock clock;

    LapseWatch(
            LapseRules rules,
            Lapses lapses,
            Standings standings,
            CustomerRepository customers,
            Organizations organizations,
            CustomerJournal journal,
            Causation causation,
            Clock clock) {
        this.rules = rules;
        this.lapses = lapses;
        this.standings = standings;
        this.customers = customers;
        this.organizations = organizations;
        this.journal = journal;
        this.causation = causation;
        this.clock = clock;
    }

    @Override
    public void review(Collection<UUID> ids) {
        List<LapseRule> all = rules.listAll();
        if (all.isEmpty()) {
            return;
        }
        causation.actAs(SELF);
        Instant now = clock.instant();
        Map<UUID, List<Standing.Subscribed>> subscriptions = standings.subscriptions(ids);
        Map<UUID, List<Lapse>> open = lapses.open(ids);
        Map<UUID, Set<String>> causes = lapses.causes(ids);
        // At once, and not one by one when their turn comes.
        customers.all(ids);
        Set<UUID> away = new HashSet<>(open.keySet());
        for (LapseRule rule : all) {
            LapseRuleBody body = rule.writable();
            Map<UUID, List<Instant>> visits = standings.visits(ids, body.visitKinds(), now);
            for (UUID id : ids) {
                Standing standing =
                        new Standing(subscriptions.getOrDefault(id, List.of()), visits.getOrDefault(id, List.of()));
                open.getOrDefault(id, List.of()).stream()
                        .filter(lapse -> lapse.ruleId().equals(rule.id()))
                        .forEach(lapse -> close(lapse, standing, now));
                if (body.active() && !away.contains(id) && !standing.equals(Standing.UNKNOWN)) {
                    notice(id, rule, body, standing, causes.getOrDefault(id, Set.of()), now)
                            .ifPresent(away::add);
                }
            }
        }
    }

    /** Who is away by one rule is not run after by another. */
    private Optional<UUID> notice(
            UUID id, LapseRule rule, LapseRuleBody body, Standing standing, Set<String> known, Instant now) {
        Customer customer = customers.findById(id);
        Optional<Standing.Absence> absence = customer == null || !customer.isStanding()
                ? Optional.empty()
                : standing.absence(body, customer.zone(), now, known::contains)
                        .filter(one -> one.dueOn().isAfter(earliest(now)));
        absence.ifPresent(one -> lapse(id, rule, body, one, now));
        return absence.map(one -> id);
    }

    private void lapse(UUID id, LapseRule rule, LapseRuleBody body, Standing.Absence absence, Instant now) {
        Customer customer = customers.lock(id);
        Lapse lapse = new Lapse(Ids.next(), id, rule, absence, now);
        lapses.persist(lapse);
        CustomerView view = CustomerView.of(customer);
        String name = view.preferredName() == null ? view.name() : view.preferredName();
        LapseEvent.Lapsed event = lapse.lapsed(body, name, owner(view));
        journal.tell(customer, event, event::told);
    }

    private void close(Lapse lapse, Standing standing, Instant now) {
        Customer customer = customers.findById(lapse.customerId());
        if (customer == null || !customer.isStanding()) {
            return;
        }
        Optional<Instant> back = standing.backSince(
                lapse.missedSince(customer.zone()), lapse.lapsedAt(), LocalDate.ofInstant(now, customer.zone()));
        if (back.isPresent()) {
            Customer held = customers.lock(lapse.customerId());
            lapse.returned(back.get(), now).ifPresent(event -> journal.tell(held, event, event::told));
        } else if (lapse.isOverBy(now)) {
            lapse.lose(now);
        }
    }

    /** The customer's own account manager, or else the organisation's. */
    private UUID owner(CustomerView customer) {
        if (customer.accountManagerId() != null || customer.organizationId() == null) {
            return customer.accountManagerId();
        }
        return organizations.names(List.of(customer.organizationId())).values().stream()
                .map(OrganizationName::accountManagerId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static LocalDate earliest(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(LONGEST_AGO_DAYS);
    }
}
