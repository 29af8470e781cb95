package helpdesk.platform.problem;

import java.util.Locale;

/**
 * One entry of a service's error catalogue. Each service has an enum that implements this; the constant's name gives the
 * stable code ({@code TICKET_NOT_FOUND} is {@code ticket-not-found}), which clients may rely on and {@code docs/errors.md}
 * lists.
 */
public interface ProblemType {

    /** The enum constant's name. */
    String name();

    /** The HTTP status, 400–599. */
    int status();

    /** A short sentence that is the same for every occurrence. */
    String title();

    /** The stable code on the wire. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The RFC 9457 {@code type}: a name, not an address to be fetched. */
    default String uri() {
        return "urn:helpdesk:problem:" + code();
    }

    /** A problem of this type. The detail says what is wrong here, and what to do. */
    default Problem problem(String detail, Object... arguments) {
        return new Problem(this, arguments.length == 0 ? detail : detail.formatted(arguments));
    }

    /** A problem of this type about one field of the request, named by its JSON pointer. */
    default Problem at(String pointer, String detail, Object... arguments) {
        Problem problem = problem(detail, arguments);
        return problem.with(new FieldError(pointer, code(), problem.getMessage()));
    }
}
