package helpdesk.ticket.servicelevel;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.ticket.TicketProblem;
import helpdesk.ticket.calendar.CalendarBody;
import helpdesk.ticket.calendar.CalendarLeaving;
import helpdesk.ticket.calendar.CalendarRepository;
import helpdesk.ticket.calendar.CalendarWritten;
import helpdesk.ticket.condition.ConditionScope;
import helpdesk.ticket.condition.Conditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Keeps the policies. Each change makes another edition of all, and another revision of those that say something else. */
@ApplicationScoped
public class PolicyService {

    /** Each ticket asks all of them. */
    private static final int MOST = 200;

    private final PolicyRepository policies;
    private final RevisionRepository revisions;
    private final CalendarRepository calendars;
    private final Patcher patcher;
    private final Sql sql;
    private final Event<PoliciesChanged> changes;
    private final Clock clock;

    PolicyService(
            PolicyRepository policies,
            RevisionRepository revisions,
            CalendarRepository calendars,
            Patcher patcher,
            Sql sql,
            Event<PoliciesChanged> changes,
            Clock clock) {
        this.policies = policies;
        this.revisions = revisions;
        this.calendars = calendars;
        this.patcher = patcher;
        this.sql = sql;
        this.changes = changes;
        this.clock = clock;
    }

    @Transactional
    ServiceLevelPolicy create(PolicyBody body) {
        holdEdition();
        Instant now = clock.instant();
        if (policies.count() >= MOST) {
            throw TicketProblem.TOO_MANY_POLICIES.problem("There are 200 policies. Remove one, or put two together.");
        }
        ServiceLevelPolicy policy = new ServiceLevelPolicy(Ids.next(), body, now);
        revise(policy, require(policy, body), now);
        policies.persist(policy);
        nextEdition();
        return policy;
    }

    @Transactional
    ServiceLevelPolicy patch(UUID id, IfMatch ifMatch, MergePatch patch) {
        holdEdition();
        ServiceLevelPolicy policy = require(id);
        ifMatch.require(policy.version());
        PolicyBody former = policy.writable();
        PolicyBody changed = patcher.apply(patch, former);
        if (!changed.equals(former)) {
            CalendarBody calendar = require(policy, changed);
            Instant now = clock.instant();
            PolicyPromises promised = policy.promises();
            policy.write(changed, now);
            if (!policy.promises().equals(promised) || !changed.calendarId().equals(former.calendarId())) {
                revise(policy, calendar, now);
            }
            policies.flush();
            nextEdition();
        }
        return policy;
    }

    @Transactional
    void delete(UUID id, IfMatch ifMatch) {
        holdEdition();
        ServiceLevelPolicy policy = require(id);
        ifMatch.require(policy.version());
        if (policy.isFallback()) {
            throw TicketProblem.POLICY_NEEDED.problem(
                    "This policy is for the tickets that no other is for. Change what it promises instead.");
        }
        policies.delete(policy);
        nextEdition();
    }

    ServiceLevelPolicy require(UUID id) {
        return policies.findByIdOptional(id)
                .orElseThrow(() -> TicketProblem.POLICY_NOT_FOUND.problem(
                        "There is no policy with this id. See GET /api/v1/service-level-policies."));
    }

    /** Clocks that count by the calendar count by what it says now, if it still lets them end. */
    void calendarWritten(@Observes CalendarWritten calendar) {
        holdEdition();
        List<ServiceLevelPolicy> counting = policies.by(calendar.id());
        if (!counting.isEmpty()) {
            nextEdition();
            Instant now = clock.instant();
            requireEnd(counting.stream().map(ServiceLevelPolicy::writable).toList(), calendar.body(), "/week", now);
            counting.forEach(policy -> revise(policy, calendar.body(), now));
        }
    }

    /** A calendar that a policy counts by stays. */
    void calendarLeaving(@Observes CalendarLeaving calendar) {
        holdEdition();
        List<ServiceLevelPolicy> counting = policies.by(calendar.id());
        if (!counting.isEmpty()) {
            throw TicketProblem.CALENDAR_IN_USE.problem(
                    "The policy %s counts by this calendar. Give it another first.",
                    counting.getFirst().name());
        }
    }

    /** One change of policies and of their calendars at a time; the next waits, and sees what became of them. Before any is read. */
    private void holdEdition() {
        sql.first("select number from policy_edition for update", row -> row.getLong(1));
    }

    private void nextEdition() {
        sql.execute("update policy_edition set number = number + 1");
        changes.fire(new PoliciesChanged());
    }

    private void revise(ServiceLevelPolicy policy, CalendarBody calendar, Instant now) {
        PolicyRevision revision = new PolicyRevision(Ids.next(), policy.id(), policy.promises(), calendar, now);
        revisions.persist(revision);
        policy.become(revision);
    }

    /** The calendar of a policy that makes sense. */
    private CalendarBody require(ServiceLevelPolicy policy, PolicyBody body) {
        if (policies.isTaken(body.name(), policy.id())) {
            throw TicketProblem.NAME_TAKEN.at("/name", "A policy has this name already. Choose another.");
        }
        if (policy.isFallback() && !body.conditions().isEmpty()) {
            throw TicketProblem.POLICY_NEEDED.at(
                    "/conditions",
                    "This policy is for the tickets that no other is for. Make another one with conditions.");
        }
        Conditions.require(body.conditions(), ConditionScope.FILING, "/conditions");
        PolicyTargets.require(body.targets());
        CalendarBody calendar = calendars
                .findBody(body.calendarId())
                .orElseThrow(() -> TicketProblem.UNKNOWN_CALENDAR.at(
                        "/calendarId", "No calendar has this id. See GET /api/v1/calendars."));
        requireEnd(List.of(body), calendar, "/calendarId", clock.instant());
        return calendar;
    }

    /** The longest promise of them is kept one day; so are all others. */
    private static void requireEnd(List<PolicyBody> bodies, CalendarBody calendar, String pointer, Instant now) {
        Duration longest = Duration.ZERO;
        String policy = "";
        for (PolicyBody body : bodies) {
            Duration own = PolicyTargets.longestOfBusinessTime(body.targets());
            policy = own.compareTo(longest) > 0 ? body.name() : policy;
            longest = own.compareTo(longest) > 0 ? own : longest;
        }
        if (calendar.workingTime().after(now, longest).isEmpty()) {
            throw PlatformProblem.INVALID_REQUEST.at(
                    pointer,
                    "A promise of the policy %s would take more than ten years of these hours: no clock would ever end.",
                    policy);
        }
    }
}
