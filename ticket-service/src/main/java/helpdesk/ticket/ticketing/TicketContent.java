package helpdesk.ticket.ticketing;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.ticket.history.FieldChange;
import helpdesk.ticket.vocabulary.Priority;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a ticket is called and how it is filed. A value: a change is another content. */
@Embeddable
class TicketContent {

    private String subject;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    @Column(name = "group_name")
    private String group;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> tags;

    private String category;
    private String cause;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, JsonNode> customFields;

    /** For the persistence provider. */
    protected TicketContent() {}

    TicketContent(
            String subject,
            Priority priority,
            String group,
            List<String> tags,
            String category,
            String cause,
            Map<String, JsonNode> customFields) {
        this.subject = subject.strip();
        this.priority = priority;
        this.group = group.strip();
        this.tags = new ArrayList<>(tags);
        this.category = stripped(category);
        this.cause = stripped(cause);
        this.customFields = new TreeMap<>(customFields);
    }

    /** The same with other tags. */
    TicketContent tagged(Collection<String> others) {
        return new TicketContent(subject, priority, group, List.copyOf(others), category, cause, customFields);
    }

    /** What differs, field by field, under the names of the API. */
    List<FieldChange> differencesTo(TicketContent other) {
        List<FieldChange> differences = new ArrayList<>();
        compare(differences, "subject", subject, other.subject);
        compare(differences, "priority", priority.wireName(), other.priority.wireName());
        compare(differences, "group", group, other.group);
        compare(differences, "tags", tags, other.tags);
        compare(differences, "category", category, other.category);
        compare(differences, "cause", cause, other.cause);
        compare(differences, "customFields", customFields, other.customFields);
        return differences;
    }

    /** The values of custom fields, for search. */
    String fieldTexts() {
        return customFields.values().stream()
                .map(value -> value.isTextual() ? value.textValue() : value.toString())
                .collect(Collectors.joining(" "));
    }

    private static void compare(List<FieldChange> differences, String field, Object from, Object to) {
        if (!Objects.equals(from, to)) {
            differences.add(FieldChange.of(field, from, to));
        }
    }

    private static String stripped(String text) {
        return text == null ? null : text.strip();
    }

    String subject() {
        return subject;
    }

    Priority priority() {
        return priority;
    }

    String group() {
        return group;
    }

    List<String> tags() {
        return List.copyOf(tags);
    }

    String category() {
        return category;
    }

    String cause() {
        return cause;
    }

    Map<String, JsonNode> customFields() {
        return customFields;
    }
}
