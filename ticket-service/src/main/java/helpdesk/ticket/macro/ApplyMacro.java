package helpdesk.ticket.macro;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which macro to apply. */
public record ApplyMacro(
        @NotNull(message = "Name the macro by its id.") UUID macroId,

        @Schema(description = "true only shows what it would say and change")
        Boolean preview) {

    /** What is not said is done. */
    public ApplyMacro {
        preview = preview != null && preview;
    }
}
