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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Notices who stays away, and who of them comes back (practice 3). */
@ApplicationScoped
class LapseWatch implements ProfileReviewer {

    private static final Actor SELF = Actor.system("lapses");

    /** Who has stayed away for longer when a rule is made is not run after any more. */
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
        Map<UUID, Lapse> open = lapses.open(ids);
        for (LapseRule rule : all) {
            LapseRuleBody body = rule.writable();
            Map<UUID, List<Instant>> visits = standings.visits(ids, body.visitKinds());
            for (UUID id : ids) {
                Standing standing =
                        new Standing(subscriptions.getOrDefault(id, List.of()), visits.getOrDefault(id, List.of()));
                Lapse lapse = open.get(id);
                if (lapse == null && body.active()) {
                    notice(id, rule, body, standing, now).ifPresent(fresh -> open.put(id, fresh));
                } else if (lapse != null && lapse.ruleId().equals(rule.id())) {
                    close(lapse, standing, now);
                }
            }
        }
    }

    private Optional<Lapse> notice(UUID id, LapseRule rule, LapseRuleBody body, Standing standing, Instant now) {
        if (standing.equals(Standing.UNKNOWN)) {
            return Optional.empty();
        }
        Customer customer = customers.findById(id);
        return customer == null || !customer.isStanding()
                ? Optional.empty()
                : standing.absence(body, id, customer.zone(), now)
                        .filter(absence -> absence.dueOn().isAfter(earliest(rule)))
                        .filter(absence -> !lapses.isKnown(absence.cause()))
                        .map(absence -> lapse(id, rule, body, absence, now));
    }

    private Lapse lapse(UUID id, LapseRule rule, LapseRuleBody body, Standing.Absence absence, Instant now) {
        Customer customer = customers.lock(id);
        Lapse lapse = new Lapse(Ids.next(), id, rule, absence, now);
        lapses.persist(lapse);
        CustomerView view = CustomerView.of(customer);
        String name = view.preferredName() == null ? view.name() : view.preferredName();
        LapseEvent.Lapsed event = lapse.lapsed(body, name, owner(view));
        journal.tell(customer, event, event::told);
        return lapse;
    }

    private void close(Lapse lapse, Standing standing, Instant now) {
        Customer customer = customers.lock(lapse.customerId());
        if (customer == null || !customer.isStanding()) {
            return;
        }
        Optional<Instant> back = standing.backSince(
                lapse.missedSince(customer.zone()), lapse.lapsedAt(), LocalDate.ofInstant(now, customer.zone()));
        if (back.isPresent()) {
            lapse.returned(back.get(), now).ifPresent(event -> journal.tell(customer, event, event::told));
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

    private static LocalDate earliest(LapseRule rule) {
        return LocalDate.ofInstant(rule.createdAt(), ZoneOffset.UTC).minusDays(LONGEST_AGO_DAYS);
    }
}
