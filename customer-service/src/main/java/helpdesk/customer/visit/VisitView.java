package helpdesk.customer.visit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A visit as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Visit")
record VisitView(UUID id, Instant at, String what, String createdBy) {

    static VisitView of(Visit visit) {
        return new VisitView(visit.id(), visit.at(), visit.what(), visit.createdBy());
    }
}
