package helpdesk.ticket.catalogue;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.ticket.TicketProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Keeps the definitions of custom fields. */
@ApplicationScoped
public class FieldService {

    private final FieldRepository fields;
    private final Patcher patcher;
    private final Clock clock;

    FieldService(FieldRepository fields, Patcher patcher, Clock clock) {
        this.fields = fields;
        this.patcher = patcher;
        this.clock = clock;
    }

    @Transactional
    TicketField create(NewField request) {
        if (!fields.byKey(List.of(request.key())).isEmpty()) {
            throw TicketProblem.NAME_TAKEN.at("/key", "A field has this key already. Choose another.");
        }
        TicketField field = new TicketField(Ids.next(), request, clock.instant());
        fields.persist(field);
        return field;
    }

    @Transactional
    TicketField patch(UUID id, IfMatch ifMatch, MergePatch patch) {
        TicketField field = require(id);
        ifMatch.require(field.version());
        FieldPatch former = field.writable();
        FieldPatch changed = patcher.apply(patch, former);
        if (field.kind().hasChoices() == changed.choices().isEmpty()) {
            throw PlatformProblem.INVALID_REQUEST.at(
                    "/choices",
                    changed.choices().isEmpty()
                            ? "A choice needs choices. Make the field inactive when it has had its day."
                            : "Only a choice or multiChoice has choices.");
        }
        if (!changed.equals(former)) {
            field.write(changed, clock.instant());
            fields.flush();
        }
        return field;
    }

    TicketField require(UUID id) {
        return fields.findByIdOptional(id)
                .orElseThrow(() -> TicketProblem.FIELD_NOT_FOUND.problem(
                        "There is no field with this id. See GET /api/v1/ticket-fields."));
    }
}
