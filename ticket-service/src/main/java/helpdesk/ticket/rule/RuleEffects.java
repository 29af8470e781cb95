package helpdesk.ticket.rule;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.problem.Problem;
import helpdesk.platform.request.Causation;
import helpdesk.ticket.history.RuleCause;
import helpdesk.ticket.macro.MacroChanges;
import helpdesk.ticket.macro.Placeholder;
import helpdesk.ticket.ticketing.AuthorData;
import helpdesk.ticket.ticketing.RuledTickets;
import helpdesk.ticket.ticketing.Ticket;
import helpdesk.ticket.ticketing.TicketPatch;
import helpdesk.ticket.ticketing.TicketQuery;
import helpdesk.ticket.ticketing.TicketView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Set;

/** Does what a rule does with a ticket: all of it, or nothing. */
@ApplicationScoped
public class RuleEffects {

    private final RuledTickets tickets;
    private final TicketQuery query;
    private final RuleCause cause;
    private final Causation causation;
    private final Validator validator;

    RuleEffects(RuledTickets tickets, TicketQuery query, RuleCause cause, Causation causation, Validator validator) {
        this.tickets = tickets;
        this.query = query;
        this.cause = cause;
        this.causation = causation;
        this.validator = validator;
    }

    /**
     * Does it, in the transaction at hand.
     *
     * @param depth how many steps it is away from what somebody did, from 1
     * @param causedBy the event that set it off; null when none did
     * @throws RuleFailure when the ticket, or anything that was set, does not allow it
     */
    void apply(ActiveRule rule, Ticket ticket, int depth, String correlationId, String causedBy, String traceParent) {
        causation.following(correlationId, causedBy, traceParent, Actor.system("rule:" + rule.id()), () -> {
            try {
                cause.acting(rule.id(), depth, () -> apply(rule.actions(), ticket));
            } catch (Problem refused) {
                throw RuleFailure.of(rule.id(), refused);
            } catch (ConstraintViolationException invalid) {
                throw RuleFailure.of(rule.id(), invalid);
            }
            return null;
        });
    }

    private void apply(List<RuleAction> actions, Ticket ticket) {
        List<MacroChanges> changes = actions.stream()
                .filter(RuleAction.Set.class::isInstance)
                .map(action -> ((RuleAction.Set) action).set())
                .toList();
        if (!changes.isEmpty()) {
            tickets.change(ticket, present -> changed(present, changes, ticket));
        }
        for (RuleAction action : actions) {
            switch (action) {
                case RuleAction.Set ignored -> {
                    // Done together with the others.
                }
                case RuleAction.Notify told -> tell(ticket, told.notice());
                case RuleAction.Escalate handed -> escalate(ticket, handed.escalate());
                case RuleAction.Signal signal -> tickets.signal(ticket, signal.signal());
            }
        }
    }

    private TicketPatch changed(TicketPatch present, List<MacroChanges> changes, Ticket ticket) {
        TicketPatch changed = present;
        for (MacroChanges some : changes) {
            String resolution = some.resolution() == null ? null : filled(some.resolution(), ticket);
            changed = some.applyTo(changed, null, resolution);
        }
        Set<ConstraintViolation<TicketPatch>> violations = validator.validate(changed);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return changed;
    }

    private void tell(Ticket ticket, RuleNotice notice) {
        tickets.tell(
                ticket,
                notice.to(),
                notice.emails(),
                filled(notice.subject(), ticket).strip(),
                filled(notice.body(), ticket).strip());
    }

    private void escalate(Ticket ticket, String reason) {
        if (!tickets.isWithHighestTier(ticket)) {
            tickets.escalate(ticket, reason);
        }
    }

    private String filled(String text, Ticket ticket) {
        TicketView view = query.view(ticket);
        AuthorData agent = view.assignee() == null
                ? new AuthorData(AuthorData.Kind.SYSTEM, null, null, null)
                : new AuthorData(
                        AuthorData.Kind.AGENT,
                        view.assignee().id(),
                        view.assignee().name(),
                        view.assignee().title());
        return Placeholder.fill(text, view, agent);
    }
}
