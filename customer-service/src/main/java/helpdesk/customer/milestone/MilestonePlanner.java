package helpdesk.customer.milestone;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.customer.profile.Customer;
import helpdesk.customer.profile.CustomerRepository;
import helpdesk.customer.profile.CustomerView;
import helpdesk.customer.review.ProfileReviewer;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.time.PlausibleYears;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Plans the milestones of customers by the rules, whenever something becomes known of them. */
@ApplicationScoped
class MilestonePlanner implements ProfileReviewer {

    private static final Actor SELF = Actor.system("milestones");

    /** What happened longer ago is not thanked for any more. */
    private static final Duration LATEST_THANKS = Duration.ofDays(30);

    private final MilestoneRules rules;
    private final Milestones milestones;
    private final CustomerRepository customers;
    private final Clock clock;

    MilestonePlanner(MilestoneRules rules, Milestones milestones, CustomerRepository customers, Clock clock) {
        this.rules = rules;
        this.milestones = milestones;
        this.customers = customers;
        this.clock = clock;
    }

    @Override
    public void review(Collection<UUID> ids) {
        Map<Milestones.Of, Milestone> known = new HashMap<>();
        for (Milestone milestone : milestones.of(ids)) {
            known.put(new Milestones.Of(milestone.customerId(), key(milestone)), milestone);
        }
        List<MilestoneRule> all = rules.listAll();
        if (all.isEmpty() && known.isEmpty()) {
            return;
        }
        Map<Milestones.Of, LocalDate> told = milestones.toldToKin(ids);
        Map<UUID, Map<UUID, Instant>> events = events(all, ids);
        for (Customer customer : customers.all(ids)) {
            move(customer, known.values());
            for (MilestoneRule rule : all) {
                Milestones.Of key = new Milestones.Of(customer.id(), rule.id());
                plan(customer, rule, known.get(key), told.get(key), events.get(rule.id()));
            }
        }
    }

    /** Those that were written down by hand are planned already, but the customer may live somewhere else now. */
    private static void move(Customer customer, Collection<Milestone> known) {
        known.stream()
                .filter(milestone ->
                        milestone.ruleId() == null && milestone.customerId().equals(customer.id()))
                .forEach(milestone -> milestone.move(customer.zone()));
    }

    private void plan(
            Customer customer, MilestoneRule rule, Milestone known, LocalDate told, Map<UUID, Instant> events) {
        Optional<LocalDate> first =
                customer.isStanding() && rule.isActive() ? day(customer, rule, events) : Optional.empty();
        if (first.isEmpty()) {
            // Something that happened stays planned until it is told; what another rule planned before does not.
            boolean waits = rule.on() == MilestoneSource.EVENT && customer.isStanding() && rule.isActive();
            if (known != null && (!waits || known.isYearly())) {
                known.rest();
            }
            return;
        }
        Instant now = clock.instant();
        Milestone milestone =
                known == null ? new Milestone(Ids.next(), customer.id(), rule.id(), SELF.toString(), now) : known;
        PlannedDay day = new PlannedDay(first.get(), rule.on().isYearly(), rule.on() == MilestoneSource.EVENT);
        milestone.plan(rule.terms(), day, told, customer.zone(), now);
        if (known == null) {
            milestones.persist(milestone);
        }
    }

    private static Optional<LocalDate> day(Customer customer, MilestoneRule rule, Map<UUID, Instant> events) {
        return switch (rule.on()) {
            case BIRTHDAY -> Optional.ofNullable(customer.birthday());
            case ANNIVERSARY -> Optional.of(day(CustomerView.of(customer).createdAt(), customer));
            case CUSTOM_FIELD -> date(CustomerView.of(customer).customFields().get(rule.field()));
            case EVENT -> Optional.ofNullable(events.get(customer.id())).map(at -> day(at, customer));
        };
    }

    private static LocalDate day(Instant at, Customer customer) {
        return at.atZone(customer.zone()).toLocalDate();
    }

    /** A field may hold anything; what is no date is no milestone. */
    private static Optional<LocalDate> date(JsonNode value) {
        try {
            return Optional.ofNullable(value)
                    .map(JsonNode::textValue)
                    .map(LocalDate::parse)
                    .filter(PlausibleYears::cover);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Map<UUID, Map<UUID, Instant>> events(List<MilestoneRule> all, Collection<UUID> ids) {
        Map<UUID, Map<UUID, Instant>> events = new HashMap<>();
        Instant earliest = clock.instant().minus(LATEST_THANKS);
        for (MilestoneRule rule : all) {
            if (rule.on() == MilestoneSource.EVENT && rule.isActive()) {
                Instant since = rule.createdAt().isAfter(earliest) ? rule.createdAt() : earliest;
                events.put(rule.id(), milestones.happened(ids, rule.event(), since));
            }
        }
        return events;
    }

    private static UUID key(Milestone milestone) {
        return milestone.ruleId() == null ? milestone.id() : milestone.ruleId();
    }
}
