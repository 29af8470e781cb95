package helpdesk.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Tells the caller what is wrong with JSON, and where. Never in a library's words: those name classes. */
final class JsonFaults {

    private static final int LONGEST_QUOTE = 60;
    private static final ObjectMapper WIRE_NAMES = new ObjectMapper();

    private JsonFaults() {}

    static Problem problem(JsonProcessingException failure) {
        return switch (failure) {
            case PropertyBindingException unknown ->
                PlatformProblem.UNKNOWN_FIELD
                        .problem("The field %s is unknown here or cannot be written.", pointer(unknown))
                        .with(new FieldError(pointer(unknown), "unknown-field", "Leave this field out."));
            case InvalidFormatException format ->
                atField(format, "'%s' is not %s.".formatted(shorten(format.getValue()), expected(format)));
            case MismatchedInputException mismatch
            when mismatch.getPath().isEmpty() && mismatch.getOriginalMessage().startsWith("No content") ->
                malformed("The body is empty.");
            case MismatchedInputException mismatch
            when mismatch.getPath().isEmpty() && mismatch.getOriginalMessage().startsWith("Trailing token") ->
                malformed("Something follows the JSON value%s.", position(mismatch));
            case MismatchedInputException mismatch -> atField(mismatch, "The value is not " + expected(mismatch) + ".");
            case JsonMappingException mapping -> mapping(mapping);
            default -> unreadable(failure);
        };
    }

    /** The name as a JSON pointer (RFC 6901) has it. */
    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static Problem mapping(JsonMappingException failure) {
        return switch (failure.getCause()) {
            case Problem ours -> ours;
            case InputCoercionException ignored -> atField(failure, "The value is not a number in range.");
            case StreamReadException unreadable -> unreadable(unreadable);
            case StreamConstraintsException unreadable -> unreadable(unreadable);
            case IllegalArgumentException refused -> atField(failure, sentence(refused.getMessage()));
            case null -> atField(failure, sentence(failure.getOriginalMessage()));
            default -> atField(failure, sentence(null));
        };
    }

    private static Problem unreadable(JsonProcessingException failure) {
        String message = failure.getOriginalMessage() == null ? "" : failure.getOriginalMessage();
        if (failure instanceof StreamConstraintsException) {
            return malformed(
                    "The body has a number or a text that is too long, or is nested too deep: 1,000 levels are the most.");
        }
        if (failure instanceof InputCoercionException) {
            return malformed("The body has a number that is out of range%s.", position(failure));
        }
        if (message.startsWith("Duplicate field")) {
            return malformed("The body has a field twice%s. Leave one out.", position(failure));
        }
        return malformed("The body could not be read as JSON%s. Check it with a JSON validator.", position(failure));
    }

    private static Problem malformed(String detail, Object... arguments) {
        return PlatformProblem.MALFORMED_JSON.problem(detail, arguments);
    }

    private static Problem atField(JsonMappingException failure, String detail) {
        String pointer = pointer(failure);
        return PlatformProblem.INVALID_REQUEST
                .problem("Correct the value at %s: %s", pointer.isEmpty() ? "the root of the body" : pointer, detail)
                .with(new FieldError(pointer, "invalid-value", detail));
    }

    private static String pointer(JsonMappingException failure) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : escape(step.getFieldName()));
        }
        return pointer.toString();
    }

    private static String expected(MismatchedInputException failure) {
        Class<?> target = failure.getTargetType();
        if (target == null) {
            return "of the right type";
        }
        if (target.isEnum()) {
            return Arrays.stream(target.getEnumConstants())
                    .map(constant -> WIRE_NAMES.valueToTree(constant).asText())
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return switch (target.getSimpleName()) {
            case "String" -> "a text";
            case "UUID" -> "a UUID";
            case "Instant", "OffsetDateTime" -> "a time such as 2026-03-29T08:30:00Z";
            case "LocalDate" -> "a date such as 2026-03-29";
            case "LocalTime" -> "a time of day such as 08:30";
            case "Integer", "int", "Long", "long", "Short", "short" -> "a whole number in range";
            case "BigDecimal", "BigInteger", "Double", "double", "Float", "float" -> "a number";
            case "Boolean", "boolean" -> "true or false";
            case "List", "ArrayList", "Set", "HashSet", "Collection" -> "a list";
            default -> "an object of the documented shape";
        };
    }

    private static String position(JsonProcessingException failure) {
        return failure.getLocation() == null
                ? ""
                : " (line %d, column %d)"
                        .formatted(
                                failure.getLocation().getLineNr(),
                                failure.getLocation().getColumnNr());
    }

    /** Our own refusals are sentences; whatever names a class is not ours. */
    private static String sentence(String message) {
        return message == null
                        || !message.endsWith(".")
                        || message.lines().count() > 1
                        || message.contains("helpdesk.")
                        || message.contains("java.")
                ? "The value is not valid."
                : message;
    }

    private static String shorten(Object value) {
        String text = String.valueOf(value);
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }
}
