package helpdesk.customer.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import helpdesk.customer.profile.CustomerView;
import helpdesk.platform.field.CustomField;
import helpdesk.platform.text.SpreadsheetText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The columns in which profiles come and go: what is exported can be imported. What there are several of is separated by
 * semicolons.
 */
final class CustomerColumns {

    /** The organisation by its name: no field of a profile. */
    static final String ORGANIZATION = "organization";

    private static final String CUSTOM_FIELD = "customFields.";
    private static final String ID = "id";
    private static final String DO_NOT_CONTACT = "doNotContact";
    private static final String HANDLES = "handles";

    private static final List<String> TEXTS = List.of(
            "name",
            "preferredName",
            "pronunciation",
            "timeZone",
            "birthday",
            "cultureNotes",
            "accessibilityNeeds",
            "preferredChannel");

    private static final List<String> LISTS = List.of("emails", "phones", "languages");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,9})?");

    private CustomerColumns() {}

    /** Those of an export, apart from custom fields. */
    static List<String> all() {
        return Stream.of(
                        Stream.of(ID),
                        TEXTS.stream(),
                        LISTS.stream(),
                        Stream.of(HANDLES, ORGANIZATION, DO_NOT_CONTACT, "customFields"))
                .flatMap(names -> names)
                .toList();
    }

    /** Whether a file may have the column; the id and the fields as a whole are for people, and passed over. */
    static boolean isKnown(String column) {
        return all().contains(column)
                || column.startsWith(CUSTOM_FIELD)
                        && column.substring(CUSTOM_FIELD.length()).matches(CustomField.NAME);
    }

    /** What a row says of a profile, as a merge patch. An empty cell says nothing. */
    static ObjectNode patch(Map<String, String> cells) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        cells.forEach((column, cell) -> {
            String text = SpreadsheetText.original(cell).strip();
            if (!text.isEmpty()) {
                put(patch, column, text);
            }
        });
        return patch;
    }

    private static void put(ObjectNode patch, String column, String text) {
        if (TEXTS.contains(column)) {
            patch.put(column, text);
        } else if (LISTS.contains(column)) {
            ArrayNode list = patch.putArray(column);
            parts(text).forEach(list::add);
        } else if (column.equals(HANDLES)) {
            ArrayNode list = patch.putArray(column);
            parts(text).forEach(handle -> {
                int colon = handle.indexOf(':');
                list.addObject()
                        .put(
                                "network",
                                colon < 0 ? "" : handle.substring(0, colon).strip())
                        .put("handle", handle.substring(colon + 1).strip());
            });
        } else if (column.equals(DO_NOT_CONTACT)) {
            patch.set(column, flag(text));
        } else if (column.startsWith(CUSTOM_FIELD)) {
            patch.withObject("/customFields").set(column.substring(CUSTOM_FIELD.length()), value(text));
        }
    }

    /** The cells of a customer, in the order of {@link #all}. */
    static List<String> cells(CustomerView customer, String organization) {
        List<String> cells = new ArrayList<>();
        Stream.of(
                        customer.id(),
                        customer.name(),
                        customer.preferredName(),
                        customer.pronunciation(),
                        customer.timeZone(),
                        customer.birthday(),
                        customer.cultureNotes(),
                        customer.accessibilityNeeds(),
                        customer.preferredChannel() == null
                                ? null
                                : customer.preferredChannel().wireName(),
                        String.join(";", customer.emails()),
                        String.join(";", customer.phones()),
                        String.join(";", customer.languages()),
                        String.join(
                                ";",
                                customer.handles().stream()
                                        .map(handle -> handle.network() + ":" + handle.handle())
                                        .toList()),
                        organization,
                        customer.doNotContact(),
                        fields(customer))
                .map(value -> value == null ? "" : value.toString())
                .map(SpreadsheetText::harmless)
                .forEach(cells::add);
        return cells;
    }

    /** All of them in one cell, as JSON: each customer may have others. */
    private static String fields(CustomerView customer) {
        if (customer.customFields().isEmpty()) {
            return "";
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.setAll(customer.customFields());
        return fields.toString();
    }

    private static List<String> parts(String text) {
        return Stream.of(text.split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static JsonNode flag(String text) {
        return Optional.of(text)
                .filter(word -> word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false"))
                .<JsonNode>map(word -> BooleanNode.valueOf(Boolean.parseBoolean(word)))
                .orElseGet(() -> JsonNodeFactory.instance.textNode(text));
    }

    /** A number where it looks like one, without zeros before it: a postal code stays a text. */
    private static JsonNode value(String text) {
        return NUMBER.matcher(text).matches() ? JsonNodeFactory.instance.numberNode(new BigDecimal(text)) : flag(text);
    }
}
