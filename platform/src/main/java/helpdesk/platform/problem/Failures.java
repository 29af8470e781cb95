package helpdesk.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hibernate.StaleStateException;

/** Tells what a failure from a library means to the caller. */
public final class Failures {

    private static final Duration DATABASE_RETRY = Duration.ofSeconds(2);
    private static final int DEEPEST_CAUSE = 20;

    private Failures() {}

    /** The problem that this failure is, when it is one that the caller can do something about. */
    public static Optional<Problem> understand(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++, cause = cause.getCause()) {
            switch (cause) {
                case Problem problem -> {
                    return Optional.of(problem);
                }
                case OptimisticLockException ignored -> {
                    return Optional.of(staleVersion());
                }
                case StaleStateException ignored -> {
                    return Optional.of(staleVersion());
                }
                case ConstraintViolationException violations -> {
                    return Optional.of(invalid(violations));
                }
                case JsonProcessingException json -> {
                    return Optional.of(json(json));
                }
                case SQLException sql
                when isDatabaseAway(sql) -> {
                    return Optional.of(unavailable());
                }
                case SQLException sql
                when "23505".equals(sql.getSQLState()) -> {
                    return Optional.of(PlatformProblem.CONFLICT.problem(
                            "Something with the same unique value exists already. Read it and try again."));
                }
                case SQLException sql
                when "40001".equals(sql.getSQLState()) || "40P01".equals(sql.getSQLState()) -> {
                    return Optional.of(unavailable());
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    /** Whether the database is away, restarting, full or out of connections, so that the same call may succeed later. */
    public static boolean isDatabaseAway(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++, cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isDatabaseAway(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDatabaseAway(SQLException sql) {
        String state = sql.getSQLState();
        return sql instanceof SQLTransientConnectionException
                || state != null && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P"))
                // The pool reports its own time-outs without a state.
                || state == null
                        && sql.getMessage() != null
                        && (sql.getMessage().startsWith("Acquisition timeout")
                                || sql.getMessage().startsWith("Unable to acquire")
                                || sql.getMessage().startsWith("Sorry, acquisition timeout"));
    }

    /** A problem for what cannot be done while something we stand on is away. */
    public static Problem unavailable() {
        return PlatformProblem.TEMPORARILY_UNAVAILABLE
                .problem("The service cannot reach its storage right now. Nothing was changed; try again shortly.")
                .retryAfter(DATABASE_RETRY);
    }

    private static Problem staleVersion() {
        return PlatformProblem.PRECONDITION_FAILED.problem(
                "Somebody else changed it at the same moment. Read it again and repeat your change on what you find.");
    }

    private static Problem invalid(ConstraintViolationException failure) {
        List<FieldError> errors = failure.getConstraintViolations().stream()
                .map(Failures::fieldError)
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::code))
                .toList();
        String fields = String.join(
                ", ", errors.stream().map(FieldError::pointer).distinct().toList());
        return PlatformProblem.INVALID_REQUEST
                .problem("Correct what the errors name and send it again: %s.", fields)
                .with(errors);
    }

    private static FieldError fieldError(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        String parameter = null;
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.METHOD) {
                continue;
            }
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
                continue;
            }
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append('/').append(node.getKey());
            }
            if (node.getName() != null && node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(node.getName());
            }
        }
        String where = pointer.isEmpty() && parameter != null ? "?" + parameter : pointer.toString();
        String code = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName()
                .replaceAll("([a-z])([A-Z])", "$1-$2")
                .toLowerCase(java.util.Locale.ROOT);
        return new FieldError(where, code, violation.getMessage());
    }

    private static Problem json(JsonProcessingException failure) {
        return switch (failure) {
            case PropertyBindingException unknown ->
                PlatformProblem.UNKNOWN_FIELD
                        .problem("The field %s is unknown here or cannot be written.", pointer(unknown))
                        .with(new FieldError(pointer(unknown), "unknown-field", "Leave this field out."));
            case InvalidFormatException format ->
                atField(format, "'%s' is not %s.".formatted(shorten(format.getValue()), expected(format)));
            case MismatchedInputException mismatch -> atField(mismatch, "The value is not " + expected(mismatch) + ".");
            case JsonMappingException mapping
            when !mapping.getPath().isEmpty() -> atField(mapping, sentence(mapping.getOriginalMessage()));
            default ->
                PlatformProblem.MALFORMED_JSON.problem(
                        "The body could not be read as JSON%s. Check it with a JSON validator.", position(failure));
        };
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
            pointer.append('/')
                    .append(
                            step.getFieldName() == null
                                    ? String.valueOf(step.getIndex())
                                    : step.getFieldName().replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    private static String expected(MismatchedInputException failure) {
        Class<?> target = failure.getTargetType();
        if (target == null) {
            return "of the right type";
        }
        if (target.isEnum()) {
            List<String> names = Arrays.stream(target.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name().toLowerCase(java.util.Locale.ROOT))
                    .toList();
            return "one of " + String.join(", ", names);
        }
        return switch (target.getSimpleName()) {
            case "String" -> "a text";
            case "UUID" -> "a UUID";
            case "Instant", "OffsetDateTime" -> "a time such as 2026-03-29T08:30:00Z";
            case "LocalDate" -> "a date such as 2026-03-29";
            case "Integer", "int", "Long", "long", "Short", "short" -> "a whole number in range";
            case "Boolean", "boolean" -> "true or false";
            case "List", "ArrayList", "Set" -> "a list";
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

    private static String sentence(String message) {
        String line = message == null
                ? "The value is not valid"
                : message.lines().findFirst().orElse("");
        // Library messages name classes; ours end in a full stop and never do.
        return line.contains("helpdesk.") || line.contains("java.") ? "The value is not valid." : line;
    }

    private static String shorten(Object value) {
        String text = String.valueOf(value);
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
