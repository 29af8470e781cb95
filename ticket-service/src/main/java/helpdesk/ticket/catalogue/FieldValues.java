package helpdesk.ticket.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.problem.FieldError;
import helpdesk.platform.problem.Problem;
import helpdesk.ticket.TicketProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Checks the values of custom fields against their definitions, and brings them into the form in which they are kept. */
@ApplicationScoped
public class FieldValues {

    private static final int LONGEST_TEXT = 1_000;

    private final FieldRepository fields;
    private final Sql sql;

    FieldValues(FieldRepository fields, Sql sql) {
        this.fields = fields;
        this.sql = sql;
    }

    /**
     * The values as they are kept. Only what changes is checked: values from before a definition changed may stay. Without
     * any definition everything is taken as it is.
     *
     * @throws helpdesk.platform.problem.Problem {@code field-unknown} or {@code field-value-invalid}, with pointers
     */
    public Map<String, JsonNode> accept(Map<String, JsonNode> former, Map<String, JsonNode> wanted) {
        Map<String, JsonNode> changed = wanted.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(former.get(entry.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (changed.isEmpty()) {
            return wanted;
        }
        Map<String, TicketField> definitions = fields.byKey(changed.keySet());
        if (definitions.isEmpty() && fields.isEmpty()) {
            return wanted;
        }
        Map<String, JsonNode> accepted = new TreeMap<>(wanted);
        changed.forEach((key, value) -> accepted.put(key, accepted(key, definitions.get(key), value)));
        return accepted;
    }

    private JsonNode accepted(String key, TicketField field, JsonNode value) {
        if (field == null || !field.isActive()) {
            throw TicketProblem.FIELD_UNKNOWN.at(
                    pointer(key), "There is no active field %s. See GET /api/v1/ticket-fields.", key);
        }
        return switch (field.kind()) {
            case TEXT -> text(key, value);
            case NUMBER -> number(key, value);
            case DATE -> date(key, value);
            case CHOICE -> choice(field, value);
            case MULTI_CHOICE -> choices(field, value);
            case REFERENCE -> reference(field, value);
        };
    }

    private static JsonNode text(String key, JsonNode value) {
        if (!value.isTextual()
                || value.textValue().isBlank()
                || value.textValue().length() > LONGEST_TEXT) {
            throw invalid(key, "Give a text of 1 to 1,000 characters.");
        }
        return value;
    }

    private static JsonNode number(String key, JsonNode value) {
        if (!value.isNumber()) {
            throw invalid(key, "Give a number.");
        }
        return value;
    }

    private static JsonNode date(String key, JsonNode value) {
        try {
            return TextNode.valueOf(LocalDate.parse(value.asText()).toString());
        } catch (DateTimeParseException noDate) {
            throw invalid(key, "Give a day as year-month-day, for example 2026-03-31.");
        }
    }

    private static JsonNode choice(TicketField field, JsonNode value) {
        if (!value.isTextual() || !field.choices().contains(value.textValue())) {
            throw invalid(field.key(), "Choose one of: " + String.join(", ", field.choices()) + ".");
        }
        return value;
    }

    private static JsonNode choices(TicketField field, JsonNode value) {
        SequencedSet<JsonNode> chosen = new LinkedHashSet<>();
        value.forEach(chosen::add);
        boolean known = value.isArray()
                && !chosen.isEmpty()
                && chosen.stream()
                        .allMatch(one -> one.isTextual() && field.choices().contains(one.textValue()));
        if (!known) {
            throw invalid(field.key(), "Give a list of some of: " + String.join(", ", field.choices()) + ".");
        }
        return JsonNodeFactory.instance.arrayNode().addAll(chosen);
    }

    private JsonNode reference(TicketField field, JsonNode value) {
        String table =
                switch (field.target()) {
                    case TICKET -> "ticket";
                    case CUSTOMER -> "known_customer";
                    case AGENT -> "agent";
                };
        try {
            UUID id = UUID.fromString(value.asText());
            // The name of the table is one of three of our own.
            if (sql.first("select 1 from " + table + " where id = ?", row -> true, id)
                    .isPresent()) {
                return TextNode.valueOf(id.toString());
            }
        } catch (IllegalArgumentException noId) {
            // Answered like an id that leads nowhere.
        }
        throw invalid(
                field.key(),
                "Give the id of a " + field.target().name().toLowerCase(Locale.ROOT) + " that is known here.");
    }

    private static Problem invalid(String key, String detail) {
        return TicketProblem.FIELD_VALUE_INVALID
                .problem("The custom field %s has a value that it cannot take.", key)
                .with(new FieldError(pointer(key), TicketProblem.FIELD_VALUE_INVALID.code(), detail));
    }

    private static String pointer(String key) {
        return "/customFields/" + key;
    }
}
