package helpdesk.ticket.mapping;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;

/** The mappings that act on the events at hand. They are read once for all that are taken together. */
@RequestScoped
public class ActiveMappings {

    private final TicketMappingRepository mappings;
    private List<ActiveMapping> read = List.of();

    ActiveMappings(TicketMappingRepository mappings) {
        this.mappings = mappings;
    }

    /** Reads them as they are now. */
    void refresh() {
        read = mappings.active().stream().map(ActiveMapping::of).toList();
    }

    List<ActiveMapping> all() {
        return read;
    }
}
