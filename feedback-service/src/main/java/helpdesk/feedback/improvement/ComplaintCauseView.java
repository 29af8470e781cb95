package helpdesk.feedback.improvement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why customers complained.
 *
 * @param from complaints resolved from here
 * @param to up to here, this moment itself not included
 * @param items the most frequent first, at most 1000
 */
@Schema(name = "ComplaintCauses")
record ComplaintCauseView(Instant from, Instant to, List<CountedCause> items) {

    /**
     * How often.
     *
     * @param improvement what covers it, absent when nothing does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CountedCause(String cause, long complaints, CoveringImprovement improvement) {}

    /** What covers a cause. */
    record CoveringImprovement(UUID id, String title, ImprovementState state) {}
}
