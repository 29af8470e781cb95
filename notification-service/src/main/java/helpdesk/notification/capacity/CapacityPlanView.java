package helpdesk.notification.capacity;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** A group's plan as the API shows it. */
public record CapacityPlanView(
        String group,
        String timeZone,
        int slotMinutes,
        int people,
        long reminderMinutes,
        long retryMinutes,
        int mostAttempts,
        List<HoursBody> hours,
        Instant updatedAt,
        long version) {

    static CapacityPlanView of(CapacityPlan plan) {
        return new CapacityPlanView(
                plan.groupName(),
                plan.timeZone(),
                plan.slotMinutes(),
                plan.people(),
                plan.rules().reminder().toMinutes(),
                plan.rules().pause().toMinutes(),
                plan.rules().attempts(),
                plan.hours().stream()
                        .sorted(Comparator.comparing(OpenHours::day).thenComparing(OpenHours::fromMinute))
                        .map(HoursBody::of)
                        .toList(),
                plan.updatedAt(),
                plan.version());
    }
}
