package helpdesk.ticket.servicelevel;

import helpdesk.ticket.TicketProblem;
import helpdesk.ticket.calendar.CalendarRepository;
import helpdesk.ticket.calendar.Period;
import helpdesk.ticket.condition.ConditionField;
import helpdesk.ticket.condition.Facts;
import helpdesk.ticket.vocabulary.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Explains why the clocks of a ticket stand where they stand, and where they would stand. */
@ApplicationScoped
public class ServiceLevelExplanations {

    private final ClockRepository clocks;
    private final PolicyBook book;
    private final PolicyService policies;
    private final CalendarRepository calendars;

    ServiceLevelExplanations(
            ClockRepository clocks, PolicyBook book, PolicyService policies, CalendarRepository calendars) {
        this.clocks = clocks;
        this.book = book;
        this.policies = policies;
        this.calendars = calendars;
    }

    /**
     * How the ticket stands, and why.
     *
     * @param window of the intervals that are told
     */
    public ExplanationView explain(TicketSituation ticket, Instant at, Period window) {
        return explanation(
                book.edition().match(ticket.facts()),
                ticket.priority(),
                clocks(ticket),
                ServiceLevelClock::course,
                at,
                window,
                book);
    }

    /**
     * How the ticket stands, or will stand at a time if nothing happens until then; and how it would.
     *
     * @throws helpdesk.platform.problem.Problem {@code policy-not-found}, {@code calendar-not-found}
     */
    public WhatIfView whatIf(TicketSituation ticket, Supposition supposed, Instant at, Period window) {
        ExplanationView asIs = explain(ticket, at, window);
        if (supposed.isNothing()) {
            return new WhatIfView(asIs, asIs);
        }
        PolicyTerms terms = terms(ticket, supposed);
        Revisions revisions = revision -> terms.revision().equals(revision) ? terms : book.of(revision);
        Priority priority = supposed.priority() == null ? ticket.priority() : supposed.priority();
        return new WhatIfView(
                asIs,
                explanation(
                        terms,
                        priority,
                        clocks(ticket),
                        clock -> supposed(clock, terms, supposed.priority(), ticket.priority()),
                        at,
                        window,
                        revisions));
    }

    private ExplanationView explanation(
            PolicyTerms terms,
            Priority priority,
            List<ServiceLevelClock> all,
            Function<ServiceLevelClock, List<ClockSpan>> course,
            Instant at,
            Period window,
            Revisions revisions) {
        return new ExplanationView(
                at,
                terms.name(),
                terms.calendar(),
                priority,
                all.stream()
                        .filter(clock -> !clock.startedAt().isAfter(at))
                        .map(clock -> ExplainedClock.of(clock, course.apply(clock), at, window, revisions))
                        .toList());
    }

    /** What the clock would have run by: what happened to it, by other terms. */
    private static List<ClockSpan> supposed(
            ServiceLevelClock clock, PolicyTerms terms, Priority supposed, Priority present) {
        return clock.course().stream()
                .map(span -> {
                    Priority then = span.priority() == null ? present : span.priority();
                    return terms.span(clock.metric(), supposed == null ? then : supposed, span.waiting(), span.from());
                })
                .toList();
    }

    /** The policy that is supposed, or the one that holds now, for the priority that is supposed. */
    private PolicyTerms terms(TicketSituation ticket, Supposition supposed) {
        Facts facts = supposed.priority() == null
                ? ticket.facts()
                : ticket.facts()
                        .with(ConditionField.PRIORITY, supposed.priority().wireName());
        PolicyTerms terms = supposed.policyId() == null
                ? book.edition().match(facts)
                : book.of(policies.require(supposed.policyId()).revisionId());
        return supposed.calendarId() == null
                ? terms
                : terms.by(calendars
                        .findBody(supposed.calendarId())
                        .orElseThrow(() -> TicketProblem.CALENDAR_NOT_FOUND.problem(
                                "There is no calendar with this id. See GET /api/v1/calendars.")));
    }

    private List<ServiceLevelClock> clocks(TicketSituation ticket) {
        List<ServiceLevelClock> all = clocks.all(ticket.ticketId());
        book.prepare(all.stream().flatMap(clock -> clock.revisions().stream()).collect(Collectors.toSet()));
        return all;
    }
}
