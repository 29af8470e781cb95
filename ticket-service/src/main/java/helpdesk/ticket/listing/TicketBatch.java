package helpdesk.ticket.listing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Changes of many tickets. */
public record TicketBatch(
        @NotNull(message = "Name the tickets.") @Size(min = 1, max = 100, message = "Name 1 to 100 tickets.")
        List<@NotNull(message = "Name a ticket.") @Valid Item> items,

        @Schema(description = "A merge patch for all that have none of their own", type = SchemaType.OBJECT)
        ObjectNode patch) {

    /**
     * One ticket of them.
     *
     * @param id its id or number
     * @param version the version that was read; null changes it whatever it is
     * @param patch a merge patch for it alone
     */
    @Schema(name = "TicketBatchItem")
    public record Item(
            @NotNull(message = "Name the ticket by its id or number.")
            @Size(min = 1, max = 40, message = "Name the ticket by its id or number.")
            String id,

            @Min(value = 0, message = "A version is 0 or more.")
            Long version,

            @Schema(type = SchemaType.OBJECT) ObjectNode patch) {}
}
