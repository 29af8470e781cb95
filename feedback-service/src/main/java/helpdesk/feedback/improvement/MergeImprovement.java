package helpdesk.feedback.improvement;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * What an improvement is to go on in.
 *
 * @param intoId one that was merged itself stands for what it goes on in
 */
record MergeImprovement(
        @NotNull(message = "Name the improvement in which it goes on.")
        UUID intoId) {}
