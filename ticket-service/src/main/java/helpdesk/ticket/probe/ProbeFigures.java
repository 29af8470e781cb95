package helpdesk.ticket.probe;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How requests of a probe fared. A solution counts as an answer, as it does for the clocks.
 *
 * @param requests how many there were
 * @param acknowledged how many were, by a person or automatically
 * @param answered how many were answered by a person, or solved
 * @param solved how many are solved, or were
 * @param answeredInTime how many were so within the promise
 * @param acknowledgementSeconds how long half of the acknowledged waited at most; absent when none was
 * @param firstReplySeconds how long half of the answered waited at most; absent when none was
 * @param slowFirstReplySeconds how long nine of ten answered waited at most; absent when none was
 * @param resolutionSeconds how long half of the solved waited at most; absent when none was
 */
@Schema(name = "ProbeFigures")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProbeFigures(
        long requests,
        long acknowledged,
        long answered,
        long solved,
        long answeredInTime,
        Double acknowledgementSeconds,
        Double firstReplySeconds,
        Double slowFirstReplySeconds,
        Double resolutionSeconds) {

    static final ProbeFigures NONE = new ProbeFigures(0, 0, 0, 0, 0, null, null, null, null);
}
