package helpdesk.ticket.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A custom field of tickets. */
@Schema(name = "TicketField")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldView(
        UUID id,
        String key,
        String name,
        FieldKind kind,
        List<String> choices,
        FieldTarget target,
        boolean active,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static FieldView of(TicketField field) {
        FieldPatch writable = field.writable();
        return new FieldView(
                field.id(),
                field.key(),
                writable.name(),
                field.kind(),
                field.kind().hasChoices() ? writable.choices() : null,
                field.target(),
                writable.active(),
                field.createdAt(),
                field.updatedAt(),
                field.version());
    }
}
