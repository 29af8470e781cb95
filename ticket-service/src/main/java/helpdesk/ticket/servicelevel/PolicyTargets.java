package helpdesk.ticket.servicelevel;

import helpdesk.platform.problem.PlatformProblem;
import helpdesk.ticket.vocabulary.Priority;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the targets of a policy have to be together. */
final class PolicyTargets {

    private PolicyTargets() {}

    /** The longest promise in business time; none where there is none. */
    static Duration longestOfBusinessTime(List<PolicyTarget> targets) {
        return targets.stream()
                .filter(target -> target.time() == TimeKind.BUSINESS)
                .map(target -> target.target().promise())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /**
     * Passes when they make sense.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-request} for a goal behind its promise, and for two targets of a metric
     *     that are for the same priority
     */
    static void require(List<PolicyTarget> targets) {
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < targets.size(); i++) {
            PolicyTarget target = targets.get(i);
            String pointer = "/targets/" + i;
            if (target.goalSeconds() > target.promiseSeconds()) {
                throw PlatformProblem.INVALID_REQUEST.at(
                        pointer + "/goalSeconds", "The team aims at less than what is promised, or at the same.");
            }
            if (target.priorities().isEmpty() && !taken.add(target.metric().wireName())) {
                throw PlatformProblem.INVALID_REQUEST.at(
                        pointer + "/priorities", "Another target of this metric is for all priorities already.");
            }
            for (Priority priority : target.priorities()) {
                if (!taken.add(target.metric().wireName() + " " + priority)) {
                    throw PlatformProblem.INVALID_REQUEST.at(
                            pointer + "/priorities",
                            "Another target of this metric is for %s already.".formatted(priority.wireName()));
                }
            }
        }
    }
}
