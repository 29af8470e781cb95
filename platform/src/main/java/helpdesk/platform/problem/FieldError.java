package helpdesk.platform.problem;

/**
 * What is wrong with one part of a request.
 *
 * @param pointer JSON pointer (RFC 6901) into the body, or {@code ?name} for a query parameter, {@code header:Name} for
 *     a header and {@code path:name} for a part of the path
 * @param code stable code of the fault
 * @param detail a sentence that says what would be right
 */
public record FieldError(String pointer, String code, String detail) {}
