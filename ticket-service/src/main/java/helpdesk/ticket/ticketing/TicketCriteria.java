package helpdesk.ticket.ticketing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import helpdesk.platform.contact.EmailAddresses;
import helpdesk.platform.identity.CurrentActor;
import helpdesk.platform.succession.Successions;
import helpdesk.ticket.catalogue.NewField;
import helpdesk.ticket.search.SearchPhrase;
import helpdesk.ticket.vocabulary.Channel;
import helpdesk.ticket.vocabulary.Priority;
import helpdesk.ticket.vocabulary.TicketStatus;
import helpdesk.ticket.vocabulary.TicketType;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Turns criteria by name into a selection of tickets. */
@ApplicationScoped
public class TicketCriteria {

    private static final int LONGEST_SEARCH = 200;
    private static final int LOWEST_SCORE = 1;
    private static final int HIGHEST_SCORE = 10;

    private final CurrentActor actor;
    private final SearchPhrase searches;
    private final Successions successions;
    private final ObjectMapper json;

    TicketCriteria(CurrentActor actor, SearchPhrase searches, Successions successions, ObjectMapper json) {
        this.actor = actor;
        this.searches = searches;
        this.successions = successions;
        this.json = json;
    }

    /**
     * The selection that these criteria make together.
     *
     * @param filter values by the names of criteria, or of custom fields with {@code customFields.} before the key
     * @param pointer what comes before the name of a criterion in the problem of a wrong one
     * @throws helpdesk.platform.problem.Problem {@code invalid-parameter}
     */
    TicketSelection select(Map<String, String> filter, String pointer) {
        TicketSelection selection = new TicketSelection();
        filter.forEach((name, text) -> {
            CriterionValue value = new CriterionValue(pointer + name, text);
            Optional<TicketCriterion> criterion = TicketCriterion.named(name);
            if (criterion.isPresent()) {
                add(selection, criterion.get(), value);
            } else if (name.startsWith(TicketCriterion.CUSTOM_FIELD)) {
                addField(selection, name.substring(TicketCriterion.CUSTOM_FIELD.length()), value);
            } else {
                throw value.wrong("Tickets can't be selected by this.");
            }
        });
        return selection;
    }

    /**
     * Passes when these criteria make a selection.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-parameter}
     */
    public void require(Map<String, String> filter, String pointer) {
        select(filter, pointer);
    }

    /**
     * Passes when this is an order that a list can have.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-parameter}
     */
    public void requireSort(String sort, String pointer) {
        TicketSort.parse(sort, pointer);
    }

    private void add(TicketSelection selection, TicketCriterion criterion, CriterionValue value) {
        switch (criterion) {
            case STATUS -> selection.anyOf("t.status", value.constants(TicketStatus.class));
            case PRIORITY -> selection.anyOf("t.priority", value.constants(Priority.class));
            case TYPE -> selection.anyOf("t.type", value.constants(TicketType.class));
            case CHANNEL -> selection.anyOf("t.channel", value.constants(Channel.class));
            case ASSIGNEE -> assignee(selection, value);
            case SEARCH -> search(selection, value);
            case GROUP -> selection.and("t.group_name = any(?)", (Object) value.array());
            case TAG -> selection.and("t.tags && ?", (Object) value.array());
            case TIER -> selection.and("t.tier = ?", value.number(1, Ticket.HIGHEST_TIER));
            case LANGUAGE -> selection.and("t.language = any(?)", (Object) value.array());
            case CATEGORY -> subtree(selection, "t.category", value);
            case CAUSE -> subtree(selection, "t.cause", value);
            case CUSTOMER -> selection.and("t.customer_id = ?", successions.current(value.id()));
            case EMAIL -> selection.and("t.email = ?", EmailAddresses.normalize(value.line()));
            case EXTERNAL_ID -> selection.and("t.external_id = ?", value.line());
            case FOLLOWER -> selection.and("t.follower_ids @> array[?]::uuid[]", person(value));
            case FOLLOW_UP_OF -> selection.and("t.follow_up_of = ?", value.id());
            case PROBLEM -> selection.and("t.problem_id = ?", value.id());
            case PROBE -> selection.and(value.truth() ? "t.probe" : "not t.probe");
            case MERGED_INTO -> selection.and("t.merged_into = ?", value.id());
            case SCORE_FROM -> selection.and("t.satisfaction_score >= ?", value.number(LOWEST_SCORE, HIGHEST_SCORE));
            case SCORE_TO -> selection.and("t.satisfaction_score <= ?", value.number(LOWEST_SCORE, HIGHEST_SCORE));
            case CREATED_FROM -> selection.and("t.created_at >= ?", value.time());
            case CREATED_TO -> selection.and("t.created_at < ?", value.time());
            case UPDATED_FROM -> selection.and("t.updated_at >= ?", value.time());
            case UPDATED_TO -> selection.and("t.updated_at < ?", value.time());
            case RESOLVED_FROM -> selection.and("t.resolved_at >= ?", value.time());
            case RESOLVED_TO -> selection.and("t.resolved_at < ?", value.time());
        }
    }

    private void assignee(TicketSelection selection, CriterionValue value) {
        if (value.text().equals("none")) {
            selection.and("t.assignee_id is null");
        } else {
            selection.and("t.assignee_id = ?", person(value));
        }
    }

    private UUID person(CriterionValue value) {
        if (!value.text().equals("me")) {
            try {
                return UUID.fromString(value.text());
            } catch (IllegalArgumentException noId) {
                throw value.wrong("Use me, or an agent's id; for the assignee also none.");
            }
        }
        UUID asking = actor.accountId();
        if (asking == null) {
            throw value.wrong("Only people have tickets of their own; give an agent's id.");
        }
        return asking;
    }

    private void search(TicketSelection selection, CriterionValue value) {
        String text = value.text();
        if (text.isBlank() || text.length() > LONGEST_SEARCH || text.indexOf('\0') >= 0) {
            throw value.wrong("Search for 1 to 200 characters.");
        }
        searches.query(text).ifPresentOrElse(selection::words, () -> selection.and("false"));
    }

    /** The topic itself, and all below it: a slash is followed by a zero in the order of characters. */
    private static void subtree(TicketSelection selection, String column, CriterionValue value) {
        String path = value.line();
        selection.and("(%1$s = ? or (%1$s > ? and %1$s < ?))".formatted(column), path, path + "/", path + "0");
    }

    /** The value may be a text, one of several choices, or a number. */
    private void addField(TicketSelection selection, String key, CriterionValue value) {
        if (!key.matches(NewField.KEY)) {
            throw value.wrong(NewField.KEY_MESSAGE);
        }
        String text = value.line();
        List<String> forms = new ArrayList<>();
        forms.add(object(key, TextNode.valueOf(text)));
        forms.add(object(key, JsonNodeFactory.instance.arrayNode().add(text)));
        number(text)
                .map(DecimalNode::valueOf)
                .map(number -> object(key, number))
                .ifPresent(forms::add);
        selection.and(
                forms.stream()
                        .map(form -> "t.custom_fields @> cast(? as jsonb)")
                        .collect(Collectors.joining(" or ", "(", ")")),
                forms.toArray());
    }

    private static Optional<BigDecimal> number(String text) {
        return text.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private String object(String key, JsonNode value) {
        return json.createObjectNode().set(key, value).toString();
    }
}
