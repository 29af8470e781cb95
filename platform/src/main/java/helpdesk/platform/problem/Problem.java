package helpdesk.platform.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A failure that the caller can meet, told as an RFC 9457 problem. Thrown anywhere below a resource; it rolls the
 * transaction back.
 */
public final class Problem extends RuntimeException {

    /** What RFC 9457 and this product give every problem; an extension of that name would stand in its place. */
    private static final Set<String> STANDARD_MEMBERS =
            Set.of("type", "title", "status", "detail", "instance", "code", "requestId", "errors");

    private final ProblemType type;
    private final List<FieldError> errors = new ArrayList<>();
    private final Map<String, Object> members = new LinkedHashMap<>();
    private Duration retryAfter;

    Problem(ProblemType type, String detail) {
        // A refusal is an answer, not an accident: its stack trace would cost more than it tells.
        super(detail, null, false, false);
        this.type = type;
    }

    /** Adds what is wrong with one field. */
    public Problem with(FieldError error) {
        errors.add(error);
        return this;
    }

    /** Adds what is wrong with several fields. */
    public Problem with(Collection<FieldError> more) {
        errors.addAll(more);
        return this;
    }

    /**
     * Adds an extension member (RFC 9457, section 3.2), for example the transitions that are allowed.
     *
     * @throws IllegalArgumentException for the name of a member that every problem has
     */
    public Problem member(String name, Object value) {
        if (STANDARD_MEMBERS.contains(name)) {
            throw new IllegalArgumentException("Every problem has a member " + name);
        }
        members.put(name, value);
        return this;
    }

    /** Tells the caller when to try again; sent as {@code Retry-After} in whole seconds, at least 1. */
    public Problem retryAfter(Duration delay) {
        this.retryAfter = delay;
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    public Map<String, Object> members() {
        return Map.copyOf(members);
    }

    /** When to try again, or null. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
