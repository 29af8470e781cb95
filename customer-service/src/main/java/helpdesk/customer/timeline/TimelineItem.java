package helpdesk.customer.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/** An entry of a timeline as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimelineItem(UUID id, Instant at, String kind, String summary, String source, String refId) {

    static TimelineItem of(TimelineEntry entry) {
        Happening happening = entry.happening();
        return new TimelineItem(
                entry.id(),
                happening.at(),
                happening.kind(),
                happening.summary(),
                happening.source(),
                happening.refId());
    }
}
