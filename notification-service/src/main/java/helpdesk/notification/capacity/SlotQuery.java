package helpdesk.notification.capacity;

import helpdesk.notification.QueryParameter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Lists the slots of a group. */
@ApplicationScoped
public class SlotQuery {

    private static final Duration USUAL_SPAN = Duration.ofDays(7);
    private static final Duration LONGEST_SPAN = Duration.ofDays(31);

    private final CapacityPlans plans;
    private final OpenSlots openSlots;
    private final Clock clock;

    SlotQuery(CapacityPlans plans, OpenSlots openSlots, Clock clock) {
        this.plans = plans;
        this.openSlots = openSlots;
        this.clock = clock;
    }

    /** The clock of the group, UTC where it has none. */
    @Transactional
    public String timeZone(String group) {
        return plans.timeZoneOf(group).orElse("Etc/UTC");
    }

    /** The slots with room that begin at or after {@code from} and before {@code to}; none of a group without a plan. */
    @Transactional
    public List<SlotView> free(String group, Instant from, Instant to) {
        return plans.ofGroup(group).map(plan -> openSlots.between(plan, from, to)).orElse(List.of()).stream()
                .filter(slot -> slot.remaining() > 0)
                .toList();
    }

    @Transactional
    public List<SlotView> list(QueryParameter from, QueryParameter to, QueryParameter group, QueryParameter timeZone) {
        Optional<ZoneId> zone = timeZone.timeZone();
        Instant now = clock.instant();
        Instant start = from.instant().orElse(now);
        if (start.isAfter(now.plus(OpenSlots.HORIZON))) {
            throw from.invalid("Slots are planned 365 days ahead. Ask for an earlier time.");
        }
        Instant end = to.instant().orElseGet(() -> start.plus(USUAL_SPAN));
        if (!start.isBefore(end)) {
            throw to.invalid("Write a time after the beginning of the span.");
        }
        if (Duration.between(start, end).compareTo(LONGEST_SPAN) > 0) {
            throw to.invalid("Ask for at most 31 days at once.");
        }
        CapacityPlan plan = plans.ofGroup(group.value().orElse(CapacityPlan.DEFAULT_GROUP))
                .orElseThrow(() -> group.invalid("This group takes no callbacks. Check its name, or leave it out."));
        List<SlotView> slots = openSlots.between(plan, start, end);
        return zone.isEmpty()
                ? slots
                : slots.stream().map(slot -> slot.in(zone.get())).toList();
    }
}
