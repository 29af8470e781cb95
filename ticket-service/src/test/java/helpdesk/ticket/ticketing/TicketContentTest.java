package helpdesk.ticket.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import helpdesk.ticket.history.FieldChange;
import helpdesk.ticket.vocabulary.Priority;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TicketContentTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static TicketContent content(Priority priority, List<String> tags, Map<String, JsonNode> fields) {
        return new TicketContent("Printer", priority, "support", tags, null, null, fields);
    }

    @Test
    void the_same_differs_in_nothing() {
        Map<String, JsonNode> fields = Map.of("floor", IntNode.valueOf(3));

        assertThat(content(Priority.LOW, List.of("fire"), fields)
                        .differencesTo(content(Priority.LOW, List.of("fire"), fields)))
                .isEmpty();
    }

    @Test
    void differences_have_the_names_and_the_form_of_the_api() {
        TicketContent before = content(Priority.LOW, List.of("fire"), Map.of());
        TicketContent after =
                content(Priority.HIGH, List.of("fire", "first-floor"), Map.of("floor", IntNode.valueOf(1)));
        ArrayNode one = JSON.arrayNode().add("fire");
        ArrayNode two = JSON.arrayNode().add("fire").add("first-floor");

        assertThat(before.differencesTo(after))
                .containsExactly(
                        new FieldChange("priority", TextNode.valueOf("low"), TextNode.valueOf("high")),
                        new FieldChange("tags", one, two),
                        new FieldChange("customFields", null, JSON.objectNode().put("floor", 1)));
    }

    @Test
    void what_was_emptied_is_absent() {
        TicketContent before = content(Priority.LOW, List.of("fire"), Map.of());

        assertThat(before.differencesTo(content(Priority.LOW, List.of(), Map.of())))
                .containsExactly(new FieldChange("tags", JSON.arrayNode().add("fire"), null));
    }

    @Test
    void blanks_around_a_text_make_no_difference() {
        TicketContent tidy = new TicketContent("a", Priority.LOW, "g", List.of(), "c", "d", Map.of());
        TicketContent blanks = new TicketContent(" a ", Priority.LOW, " g", List.of(), "c ", "\u2003d", Map.of());

        assertThat(tidy.differencesTo(blanks)).isEmpty();
    }
}
