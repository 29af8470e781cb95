package helpdesk.customer.segment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a segment grows.
 *
 * @param size how many belong to it at the end of the last day
 * @param change by how many it grew, or shrank, since the day before the first
 * @param changePercent the same in percent of what it was; absent when it was empty
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SegmentTrend")
record SegmentTrend(int size, int change, Double changePercent, List<SegmentDay> days) {}
