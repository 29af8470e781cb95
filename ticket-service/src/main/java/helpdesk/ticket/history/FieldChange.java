package helpdesk.ticket.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/** One field that got another value; a value that was or became absent is null. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldChange(String field, String from, String to) {

    /** The change of a field between two values of any kind. */
    public static FieldChange of(String field, Object from, Object to) {
        return new FieldChange(field, text(from), text(to));
    }

    private static String text(Object value) {
        return value == null ? null : Objects.toString(value);
    }
}
