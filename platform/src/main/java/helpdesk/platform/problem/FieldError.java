package helpdesk.platform.problem;

/**
 * What is wrong with one part of a request.
 *
 * @param pointer JSON pointer (RFC 6901) into the body, or {@code ?name} for a query parameter and {@code header:Name} for
 *     a header
 * @param code stable code of the fault
 * @param detail a sentence that says what would be right
 */
public record FieldError(String pointer, String code, String detail) {}
