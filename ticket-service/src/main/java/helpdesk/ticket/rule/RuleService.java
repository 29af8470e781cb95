package helpdesk.ticket.rule;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.ticket.TicketProblem;
import helpdesk.ticket.agent.AgentRepository;
import helpdesk.ticket.catalogue.Catalogue;
import helpdesk.ticket.catalogue.TopicTree;
import helpdesk.ticket.condition.Condition;
import helpdesk.ticket.condition.ConditionScope;
import helpdesk.ticket.condition.Conditions;
import helpdesk.ticket.macro.MacroChanges;
import helpdesk.ticket.webhook.KnownWebhooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Keeps the rules. */
@ApplicationScoped
public class RuleService {

    /** Each change of a ticket asks all of them. */
    private static final int MOST = 200;

    private final RuleRepository rules;
    private final Catalogue catalogue;
    private final AgentRepository agents;
    private final KnownWebhooks webhooks;
    private final Sql sql;
    private final Event<RulesChanged> changes;
    private final Patcher patcher;
    private final Clock clock;

    RuleService(
            RuleRepository rules,
            Catalogue catalogue,
            AgentRepository agents,
            KnownWebhooks webhooks,
            Sql sql,
            Event<RulesChanged> changes,
            Patcher patcher,
            Clock clock) {
        this.rules = rules;
        this.catalogue = catalogue;
        this.agents = agents;
        this.webhooks = webhooks;
        this.sql = sql;
        this.changes = changes;
        this.patcher = patcher;
        this.clock = clock;
    }

    @Transactional
    Rule create(RuleBody body) {
        nextEdition();
        Rule rule = new Rule(Ids.next(), body, clock.instant());
        requirePossible(body, "");
        requireFree(body.name(), rule.id());
        if (rules.count() >= MOST) {
            throw TicketProblem.TOO_MANY_RULES.problem("There are 200 rules. Remove one, or put two together.");
        }
        rules.persist(rule);
        return rule;
    }

    @Transactional
    Rule patch(UUID id, IfMatch ifMatch, MergePatch patch) {
        nextEdition();
        Rule rule = require(id);
        ifMatch.require(rule.version());
        RuleBody former = rule.writable();
        RuleBody changed = patcher.apply(patch, former);
        if (!changed.equals(former)) {
            if (changed.kind() != former.kind()) {
                throw PlatformProblem.INVALID_REQUEST.at("/kind", "A rule stays what it is. Make another instead.");
            }
            requirePossible(changed, "");
            requireFree(changed.name(), id);
            rule.write(changed, clock.instant());
            rules.flush();
        }
        return rule;
    }

    @Transactional
    void delete(UUID id, IfMatch ifMatch) {
        nextEdition();
        Rule rule = require(id);
        ifMatch.require(rule.version());
        rules.delete(rule);
    }

    Rule require(UUID id) {
        return rules.findByIdOptional(id)
                .orElseThrow(() ->
                        TicketProblem.RULE_NOT_FOUND.problem("There is no rule with this id. See GET /api/v1/rules."));
    }

    /**
     * Passes when a rule can do what it says.
     *
     * @param pointer where the rule is in what was sent
     * @throws helpdesk.platform.problem.Problem {@code invalid-request}, {@code group-unknown}, {@code topic-unknown},
     *     {@code unknown-agent},
     *     {@code unknown-webhook}
     */
    void requirePossible(RuleBody body, String pointer) {
        boolean isTrigger = body.kind() == RuleKind.TRIGGER;
        if (isTrigger == body.on().isEmpty()) {
            throw PlatformProblem.INVALID_REQUEST.at(
                    pointer + "/on",
                    isTrigger ? "Say what sets it off." : "An automation waits for time alone. Leave it out.");
        }
        boolean waits = body.conditions().stream().anyMatch(Condition.Elapsed.class::isInstance);
        if (!isTrigger && !waits) {
            throw PlatformProblem.INVALID_REQUEST.at(
                    pointer + "/conditions",
                    "An automation says since when it counts, and for how long: since and atLeast.");
        }
        Conditions.require(
                body.conditions(), isTrigger ? ConditionScope.CHANGE : ConditionScope.TIME, pointer + "/conditions");
        for (int i = 0; i < body.actions().size(); i++) {
            requirePossible(body.actions().get(i), pointer + "/actions/" + i);
        }
    }

    private void requirePossible(RuleAction action, String pointer) {
        switch (action) {
            case RuleAction.Set change -> requirePossible(change.set(), pointer + "/set");
            case RuleAction.Notify told -> {
                if (told.notice().to().isEmpty() && told.notice().emails().isEmpty()) {
                    throw PlatformProblem.INVALID_REQUEST.at(pointer + "/notify/to", "Say whom to tell.");
                }
            }
            case RuleAction.Escalate ignored -> {
                // Whatever it says.
            }
            case RuleAction.Signal ignored -> {
                // Whatever it is called.
            }
            case RuleAction.Webhook told -> webhooks.awaitAndRequire(told.webhook(), pointer + "/webhook");
        }
    }

    private void requirePossible(MacroChanges changes, String pointer) {
        if (changes.equals(MacroChanges.none())) {
            throw PlatformProblem.INVALID_REQUEST.at(pointer, "Say what to set.");
        }
        if (changes.group() != null) {
            catalogue.requireGroup(changes.group(), pointer + "/group");
        }
        catalogue.require(TopicTree.CATEGORY, changes.category(), pointer + "/category");
        catalogue.require(TopicTree.CAUSE, changes.cause(), pointer + "/cause");
        switch (changes.assignee()) {
            case null -> {
                // Stays with whom it is.
            }
            case "none" -> {
                // Goes to nobody.
            }
            case "me" ->
                throw PlatformProblem.INVALID_REQUEST.at(
                        pointer + "/assignee", "A rule is nobody. Use none, or an agent's id.");
            default -> {
                if (agents.awaitActive(UUID.fromString(changes.assignee())).isEmpty()) {
                    throw PlatformProblem.UNKNOWN_AGENT.at(
                            pointer + "/assignee", "No active agent has this id. See GET /api/v1/agents.");
                }
            }
        }
    }

    private void requireFree(String name, UUID by) {
        if (rules.isTaken(name, by)) {
            throw TicketProblem.NAME_TAKEN.at("/name", "A rule has this name already. Choose another.");
        }
    }

    /** One writer at a time, so that who sees the number sees the rules. */
    private void nextEdition() {
        sql.execute("update rule_edition set number = number + 1");
        changes.fire(new RulesChanged());
    }
}
