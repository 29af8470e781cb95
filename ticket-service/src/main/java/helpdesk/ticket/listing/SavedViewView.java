package helpdesk.ticket.listing;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A saved view. */
@Schema(name = "TicketView")
public record SavedViewView(
        UUID id,
        String name,
        Map<String, String> filter,
        String sort,
        int position,
        boolean shared,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static SavedViewView of(SavedView view) {
        ViewBody body = view.body();
        return new SavedViewView(
                view.id(),
                body.name(),
                body.filter(),
                body.sort(),
                body.position(),
                view.isShared(),
                view.createdAt(),
                view.updatedAt(),
                view.version());
    }
}
