package helpdesk.customer.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rebuild of the timelines.
 *
 * @param records how many records the log has
 * @param read how many of them are read
 * @param added entries that were missing
 * @param corrected entries that were not as the log tells
 */
@Schema(name = "TimelineRebuild")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimelineRebuildView(
        UUID id,
        RebuildState state,
        long records,
        long read,
        long added,
        long corrected,
        String startedBy,
        Instant startedAt,
        Instant finishedAt) {}
