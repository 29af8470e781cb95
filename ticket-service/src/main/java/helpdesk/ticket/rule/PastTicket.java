package helpdesk.ticket.rule;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.ticket.condition.Facts;
import helpdesk.ticket.condition.Moment;
import helpdesk.ticket.history.FieldChange;
import helpdesk.ticket.history.PastChange;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A ticket as it once was: goes back from how it is, change by change. */
final class PastTicket {

    private final Facts present;
    private final Instant openedAt;
    private final List<PastChange> backwards;
    private final Map<String, JsonNode> former = new HashMap<>();

    /**
     * @param present how it is
     * @param backwards what happened to it, the latest first
     */
    PastTicket(Facts present, Instant openedAt, List<PastChange> backwards) {
        this.present = present;
        this.openedAt = openedAt;
        this.backwards = backwards;
    }

    /** What was so right after some changes, the last that are not undone. */
    Facts after(PastChange last, List<FieldChange> changes) {
        return present.over(new HashMap<>(former)).at(changes, moment -> age(since(moment, last), last.at()));
    }

    /** Goes back to before these changes. */
    void undo(List<FieldChange> changes) {
        changes.forEach(change -> former.put(change.field(), change.from()));
    }

    private Instant since(Moment moment, PastChange last) {
        return switch (moment) {
            case OPENED -> openedAt;
            case STATUS -> since(last, change -> change.change().field().equals("status"));
            case UPDATED -> since(last, PastChange::isUpdate);
        };
    }

    private Instant since(PastChange last, Predicate<PastChange> kind) {
        return backwards.stream()
                .filter(change -> change.version() <= last.version())
                .filter(kind)
                .findFirst()
                .map(PastChange::at)
                .orElse(openedAt);
    }

    private static Duration age(Instant since, Instant at) {
        return since.isBefore(at) ? Duration.between(since, at) : Duration.ZERO;
    }
}
