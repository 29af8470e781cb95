package helpdesk.ticket.rule;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.problem.Problem;
import helpdesk.platform.request.Causation;
import helpdesk.ticket.history.RuleCause;
import helpdesk.ticket.input.Shortened;
import helpdesk.ticket.macro.MacroChanges;
import helpdesk.ticket.macro.Placeholder;
import helpdesk.ticket.ticketing.AuthorData;
import helpdesk.ticket.ticketing.RuledTickets;
import helpdesk.ticket.ticketing.Ticket;
import helpdesk.ticket.ticketing.TicketPatch;
import helpdesk.ticket.ticketing.TicketQuery;
import helpdesk.ticket.ticketing.TicketView;
import helpdesk.ticket.webhook.KnownWebhooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Does what a rule does with a ticket: all of it, or nothing. */
@ApplicationScoped
public class RuleEffects {

    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_BODY = 10_000;

    private final RuledTickets tickets;
    private final TicketQuery query;
    private final KnownWebhooks webhooks;
    private final RuleCause cause;
    private final Causation causation;
    private final Validator validator;

    RuleEffects(
            RuledTickets tickets,
            TicketQuery query,
            KnownWebhooks webhooks,
            RuleCause cause,
            Causation causation,
            Validator validator) {
        this.tickets = tickets;
        this.query = query;
        this.webhooks = webhooks;
        this.cause = cause;
        this.causation = causation;
        this.validator = validator;
    }

    /**
     * Does it, in the transaction at hand.
     *
     * @param depth how many steps it is away from what somebody did, from 1
     * @param root the event of what somebody did, or the act of an automation, from which it follows
     * @param because what set it off; nothing of an automation
     * @throws RuleFailure when the ticket, or anything that was set, does not allow it
     * @throws RuleAccident for anything else
     */
    void apply(ActiveRule rule, Ticket ticket, int depth, UUID root, Optional<RuleTask> because) {
        causation.following(
                because.map(RuleTask::correlationId).orElse(null),
                because.map(task -> task.eventId().toString()).orElse(null),
                because.map(RuleTask::traceParent).orElse(null),
                Actor.system("rule:" + rule.id()),
                () -> {
                    cause.acting(rule.id(), depth, root, () -> apply(rule, ticket));
                    return null;
                });
    }

    private void apply(ActiveRule rule, Ticket ticket) {
        try {
            apply(rule.actions(), ticket);
            // What fails only when it is written fails here, and is this rule's fault.
            tickets.flush();
        } catch (Problem refused) {
            throw RuleFailure.of(rule.id(), refused);
        } catch (ConstraintViolationException invalid) {
            throw RuleFailure.of(rule.id(), invalid);
        } catch (RuntimeException accident) {
            throw new RuleAccident(rule.id(), accident);
        }
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
                case RuleAction.Webhook told -> {
                    webhooks.require(told.webhook(), "/webhook");
                    tickets.tellWebhook(ticket, told.webhook());
                }
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
                fit(filled(notice.subject(), ticket), LONGEST_SUBJECT, ticket),
                fit(filled(notice.body(), ticket), LONGEST_BODY, ticket));
    }

    /** With its placeholders filled, a text can be longer than one may be, or nothing at all: then it is the ticket's number. */
    private static String fit(String text, int longest, Ticket ticket) {
        String stripped = text.strip();
        return stripped.isEmpty() ? ticket.displayNumber() : Shortened.to(longest, stripped);
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
