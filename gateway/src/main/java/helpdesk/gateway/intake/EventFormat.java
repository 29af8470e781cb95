package helpdesk.gateway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import helpdesk.platform.problem.FieldError;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.rw.CloudEventRWException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads one CloudEvent 1.0 in its JSON form and says what is wrong with it, attribute by attribute. What passes here can be
 * stored and handed on by everything behind: no text that a database cannot keep, no number beyond all measure.
 */
final class EventFormat {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_URI = 1024;
    private static final int LONGEST_EXTENSION = 1024;
    private static final int MOST_EXTENSIONS = 20;
    private static final int LARGEST_EXPONENT = 1000;
    private static final int LAST_YEAR = 9999;
    private static final String OWN_TYPES = "org.helpdesk.";
    private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]{1,20}");
    private static final Pattern JSON_TYPE =
            Pattern.compile("application/([a-z0-9.+-]*\\+)?json(\\s*;.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern OWN_SOURCE =
            Pattern.compile("/(gateway|ticket-service|customer-service|feedback-service|notification-service)(/.*)?");
    private static final Set<String> CORE =
            Set.of("specversion", "id", "source", "type", "subject", "time", "datacontenttype", "dataschema", "data");

    private final ObjectNode event;
    private final String at;
    private final List<FieldError> faults;

    /**
     * @param at the JSON pointer of the event in the request's body, empty for a single one
     * @param faults where faults are added
     */
    EventFormat(ObjectNode event, String at, List<FieldError> faults) {
        this.event = event;
        this.at = at;
        this.faults = faults;
    }

    /** The event; null when it has faults. */
    CloudEvent read() {
        int before = faults.size();
        checkVersion();
        String id = required("id", LONGEST_NAME);
        String source = required("source", LONGEST_URI);
        String type = required("type", LONGEST_NAME);
        String subject = optional("subject", LONGEST_NAME);
        OffsetDateTime time = time();
        URI schema = uri("dataschema", optional("dataschema", LONGEST_URI));
        URI sourceUri = uri("source", source);
        checkOwner(type, source);
        checkData();
        checkExtensions();
        if (faults.size() > before) {
            return null;
        }
        try {
            return build(id, sourceUri, type, subject, time, schema);
        } catch (CloudEventRWException | IllegalArgumentException | IllegalStateException e) {
            fault("", "invalid-event", "This is not a CloudEvent 1.0.");
            return null;
        }
    }

    private CloudEvent build(String id, URI source, String type, String subject, OffsetDateTime time, URI schema) {
        CloudEventBuilder builder = CloudEventBuilder.v1()
                .withId(id)
                .withSource(source)
                .withType(type)
                .withSubject(subject)
                .withTime(time)
                .withDataSchema(schema)
                .withDataContentType("application/json")
                .withData(event.get("data").toString().getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, JsonNode> field : event.properties()) {
            if (!CORE.contains(field.getKey()) && !field.getValue().isNull()) {
                builder.withExtension(field.getKey(), field.getValue().asText());
            }
        }
        return builder.build();
    }

    private void checkVersion() {
        if (!event.path("specversion").isTextual()
                || !event.path("specversion").asText().equals("1.0")) {
            fault("specversion", "invalid-event", "Set specversion to 1.0.");
        }
    }

    private void checkOwner(String type, String source) {
        if (type != null && type.startsWith(OWN_TYPES)) {
            fault(
                    "type",
                    "reserved-type",
                    "Types that begin with org.helpdesk. are the helpdesk's own; choose another.");
        }
        if (source != null && OWN_SOURCE.matcher(source).matches()) {
            fault("source", "reserved-source", "This source is a service of the helpdesk; name your own program.");
        }
    }

    private void checkData() {
        String contentType = optional("datacontenttype", LONGEST_NAME);
        if (contentType != null && !JSON_TYPE.matcher(contentType).matches()) {
            fault("datacontenttype", "invalid-event", "Data is JSON here: application/json.");
        }
        if (event.has("data_base64")) {
            fault("data_base64", "invalid-event", "Send data as JSON, not as Base64.");
        } else if (!event.path("data").isObject()) {
            fault("data", "invalid-event", "Data is a JSON object.");
        } else if (!storable(event.get("data"))) {
            fault(
                    "data",
                    "invalid-event",
                    "Leave out U+0000, half characters (lone surrogates) and numbers beyond 1e1000.");
        }
    }

    private void checkExtensions() {
        int count = 0;
        for (Map.Entry<String, JsonNode> field : event.properties()) {
            String name = field.getKey();
            if (CORE.contains(name) || name.equals("data_base64")) {
                continue;
            }
            count++;
            if (!EXTENSION.matcher(name).matches()) {
                fault(name, "invalid-event", "A name of an attribute has 1 to 20 of the characters a-z and 0-9.");
            } else if (field.getValue().isContainerNode() || field.getValue().isFloatingPointNumber()) {
                fault(name, "invalid-event", "An attribute is a text, a whole number or a boolean.");
            } else {
                checkText(name, field.getValue().asText(), LONGEST_EXTENSION);
            }
        }
        if (count > MOST_EXTENSIONS) {
            fault("", "invalid-event", "An event has at most 20 attributes beside those of CloudEvents itself.");
        }
    }

    private String required(String name, int longest) {
        JsonNode value = event.path(name);
        if (!value.isTextual() || value.asText().isBlank()) {
            fault(name, "invalid-event", "Set " + name + " to a text that is not empty.");
            return null;
        }
        return checkText(name, value.asText(), longest);
    }

    private String optional(String name, int longest) {
        JsonNode value = event.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.asText().isBlank()) {
            fault(name, "invalid-event", "Leave " + name + " out or set it to a text that is not empty.");
            return null;
        }
        return checkText(name, value.asText(), longest);
    }

    private String checkText(String name, String text, int longest) {
        if (text.length() > longest) {
            fault(name, "invalid-event", name + " has at most " + longest + " characters.");
            return null;
        }
        // Attributes become headers.
        if (text.chars().anyMatch(Character::isISOControl) || !storable(text)) {
            fault(name, "invalid-event", "Leave control characters and half characters (lone surrogates) out.");
            return null;
        }
        return text;
    }

    private OffsetDateTime time() {
        String text = optional("time", LONGEST_NAME);
        if (text == null) {
            return null;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            // RFC 3339 has years of four digits.
            if (time.getYear() > 0 && time.getYear() < LAST_YEAR) {
                return time;
            }
        } catch (DateTimeParseException notATime) {
            // Told below.
        }
        fault("time", "invalid-event", "A time is written like 2026-03-29T08:30:00Z (RFC 3339).");
        return null;
    }

    private URI uri(String name, String text) {
        try {
            return text == null ? null : URI.create(text);
        } catch (IllegalArgumentException e) {
            fault(name, "invalid-event", "Set " + name + " to a URI, for example https://shop.example.org/orders.");
            return null;
        }
    }

    private static boolean storable(JsonNode node) {
        if (node.isTextual()) {
            return storable(node.asText());
        }
        if (node.isFloatingPointNumber() || node.isBigInteger()) {
            BigDecimal number = node.decimalValue();
            return Math.abs((long) number.precision() - number.scale()) <= LARGEST_EXPONENT;
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!storable(field.getKey()) || !storable(field.getValue())) {
                return false;
            }
        }
        for (JsonNode item : node.isArray() ? node : List.<JsonNode>of()) {
            if (!storable(item)) {
                return false;
            }
        }
        return true;
    }

    private static boolean storable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private void fault(String attribute, String code, String detail) {
        String escaped = attribute.replace("~", "~0").replace("/", "~1");
        faults.add(new FieldError(attribute.isEmpty() ? at : at + "/" + escaped, code, detail));
    }
}
