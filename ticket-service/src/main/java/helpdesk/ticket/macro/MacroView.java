package helpdesk.ticket.macro;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.ticket.conversation.Visibility;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A macro. */
@Schema(name = "Macro")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MacroView(
        UUID id,
        String name,
        String reply,
        Visibility visibility,
        MacroChanges changes,
        boolean active,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static MacroView of(Macro macro) {
        MacroBody body = macro.body();
        return new MacroView(
                macro.id(),
                body.name(),
                body.reply(),
                body.visibility(),
                body.changes(),
                body.active(),
                macro.createdAt(),
                macro.updatedAt(),
                macro.version());
    }
}
