package helpdesk.customer.segment;

import helpdesk.customer.profile.Customer;
import helpdesk.customer.profile.CustomerRepository;
import helpdesk.customer.profile.CustomerView;
import helpdesk.customer.review.ProfileReviewer;
import helpdesk.customer.reward.EarnedRewards;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Finds out to which segments customers belong, whenever something becomes known of them, and once a day. */
@ApplicationScoped
class SegmentAssessment implements ProfileReviewer {

    private final Segments segments;
    private final SegmentMembers members;
    private final Behaviours behaviours;
    private final CustomerRepository customers;
    private final EarnedRewards rewards;
    private final Clock clock;

    SegmentAssessment(
            Segments segments,
            SegmentMembers members,
            Behaviours behaviours,
            CustomerRepository customers,
            EarnedRewards rewards,
            Clock clock) {
        this.segments = segments;
        this.members = members;
        this.behaviours = behaviours;
        this.customers = customers;
        this.rewards = rewards;
        this.clock = clock;
    }

    @Override
    public void review(Collection<UUID> ids) {
        List<Segment> all = segments.listAll(Sort.ascending("id"));
        if (all.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<SegmentFacts> facts = facts(all, ids, now);
        Map<UUID, Set<UUID>> former = members.of(ids);
        for (Segment segment : all) {
            Set<UUID> belonging = new HashSet<>();
            facts.stream().filter(segment::covers).forEach(one -> belonging.add(one.customerId()));
            List<UUID> joining = new ArrayList<>();
            List<UUID> leaving = new ArrayList<>();
            for (UUID id : ids) {
                boolean was = former.getOrDefault(id, Set.of()).contains(segment.id());
                if (belonging.contains(id) && !was) {
                    joining.add(id);
                } else if (was && !belonging.contains(id)) {
                    leaving.add(id);
                }
            }
            members.change(segment.id(), joining, leaving, now);
            rewards.segmentJoined(joining, segment.id());
        }
    }

    /** Of those who stand for themselves. */
    private List<SegmentFacts> facts(List<Segment> all, Collection<UUID> ids, Instant now) {
        List<CustomerView> views = customers.all(ids).stream()
                .filter(Customer::isStanding)
                .map(CustomerView::of)
                .toList();
        Set<SegmentFacts.Counted> counted = new HashSet<>();
        all.forEach(segment -> SegmentConditions.counted(segment.conditions(), counted));
        Map<UUID, SegmentFacts.Behaviour> behaviour = behaviours.of(ids, LocalDate.ofInstant(now, ZoneOffset.UTC), now);
        Map<UUID, Map<SegmentFacts.Counted, Integer>> counts = behaviours.counts(ids, counted, now);
        return views.stream()
                .map(view -> new SegmentFacts(
                        view,
                        behaviour.getOrDefault(view.id(), SegmentFacts.Behaviour.NONE),
                        counts.getOrDefault(view.id(), new HashMap<>()),
                        now))
                .toList();
    }
}
