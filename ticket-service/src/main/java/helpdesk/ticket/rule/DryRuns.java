package helpdesk.ticket.rule;

import helpdesk.platform.problem.PlatformProblem;
import helpdesk.ticket.condition.Facts;
import helpdesk.ticket.condition.Moment;
import helpdesk.ticket.history.FieldChange;
import helpdesk.ticket.history.PastChange;
import helpdesk.ticket.history.TicketHistory;
import helpdesk.ticket.rule.DryRunView.DryFiring;
import helpdesk.ticket.ticketing.RuledTickets;
import helpdesk.ticket.ticketing.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tries rules on tickets, and changes nothing. */
@ApplicationScoped
@Transactional
public class DryRuns {

    private static final int AT_ONCE = 100;
    private static final int MOST_SHOWN = 100;

    private final RuleService service;
    private final RuledTickets tickets;
    private final TicketHistory history;
    private final DueTickets due;
    private final Clock clock;

    DryRuns(RuleService service, RuledTickets tickets, TicketHistory history, DueTickets due, Clock clock) {
        this.service = service;
        this.tickets = tickets;
        this.history = history;
        this.due = due;
        this.clock = clock;
    }

    DryRunView run(DryRun request) {
        ActiveRule rule = rule(request);
        List<DryFiring> firings = new ArrayList<>();
        int tried = rule.kind() == RuleKind.TRIGGER
                ? replay(rule, request, firings)
                : look(rule, request.tickets(), firings);
        return new DryRunView(
                tried, firings.size(), firings.stream().limit(MOST_SHOWN).toList());
    }

    private ActiveRule rule(DryRun request) {
        if ((request.ruleId() == null) == (request.rule() == null)) {
            throw PlatformProblem.INVALID_REQUEST.at("/rule", "Give either ruleId or rule.");
        }
        UUID id = request.ruleId() == null ? DueTickets.FIRST : request.ruleId();
        RuleBody body = request.rule() == null ? service.require(id).writable() : request.rule();
        if (request.rule() != null) {
            service.requirePossible(body, "/rule");
        }
        if (body.kind() == RuleKind.AUTOMATION) {
            requireNoPeriod(request);
        }
        return new ActiveRule(id, 0, body.kind(), body.on(), body.conditions(), body.actions());
    }

    private static void requireNoPeriod(DryRun request) {
        if (request.openedAfter() != null || request.openedBefore() != null) {
            throw PlatformProblem.INVALID_REQUEST.at(
                    request.openedAfter() != null ? "/openedAfter" : "/openedBefore",
                    "An automation is held against tickets as they are. Leave it out.");
        }
    }

    private int replay(ActiveRule rule, DryRun request, List<DryFiring> firings) {
        Instant before = request.openedBefore() == null ? clock.instant() : request.openedBefore();
        Instant after = request.openedAfter() == null ? Instant.EPOCH : request.openedAfter();
        List<Ticket> latest = tickets.latest(after, before, request.tickets());
        for (int from = 0; from < latest.size(); from += AT_ONCE) {
            List<Ticket> some = latest.subList(from, Math.min(from + AT_ONCE, latest.size()));
            Map<UUID, List<PastChange>> past =
                    history.backwards(some.stream().map(Ticket::id).toList());
            some.forEach(ticket -> replay(rule, ticket, past.getOrDefault(ticket.id(), List.of()), firings));
        }
        return latest.size();
    }

    private void replay(ActiveRule rule, Ticket ticket, List<PastChange> backwards, List<DryFiring> firings) {
        PastTicket past =
                new PastTicket(tickets.facts(ticket, List.of()), tickets.since(ticket, Moment.OPENED), backwards);
        SequencedMap<Long, List<PastChange>> versions = backwards.stream()
                .collect(Collectors.groupingBy(PastChange::version, LinkedHashMap::new, Collectors.toList()));
        for (List<PastChange> version : versions.values()) {
            PastChange any = version.getFirst();
            List<FieldChange> changes = version.stream().map(PastChange::change).toList();
            Optional<Happening> happening = Happening.of(any.cause(), changes).filter(rule::isSetOffBy);
            // As when it acts: not because of itself, and not at the end of a chain of rules.
            if (happening.isPresent() && !rule.id().equals(any.ruleId()) && any.depth() < RuleTask.DEEPEST) {
                Facts facts = past.after(any, changes);
                if (rule.holds(facts)) {
                    firings.add(firing(ticket, any.at(), happening.get(), rule, facts));
                }
            }
            past.undo(changes);
        }
    }

    private int look(ActiveRule rule, int most, List<DryFiring> firings) {
        DueTickets.Batch batch = due.behind(DueTickets.FIRST, rule, most);
        Instant now = clock.instant();
        tickets.look(batch.due()).stream()
                .filter(ticket -> due.chain(rule, ticket).isOpen())
                .sorted(Comparator.comparing(Ticket::id))
                .map(ticket -> firing(ticket, now, null, rule, tickets.facts(ticket, List.of())))
                .forEach(firings::add);
        return batch.looked();
    }

    private static DryFiring firing(Ticket ticket, Instant at, Happening happening, ActiveRule rule, Facts facts) {
        return new DryFiring(
                ticket.id(), ticket.displayNumber(), at, happening, WouldBeChanges.of(rule.actions(), facts));
    }
}
