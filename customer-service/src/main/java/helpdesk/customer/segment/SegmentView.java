package helpdesk.customer.segment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A segment as the API shows it; see its size for how many belong to it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Segment")
record SegmentView(
        UUID id,
        String name,
        String description,
        boolean ideal,
        List<SegmentCondition> conditions,
        boolean active,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static SegmentView of(Segment segment) {
        SegmentBody body = segment.writable();
        return new SegmentView(
                segment.id(),
                body.name(),
                body.description(),
                body.ideal(),
                body.conditions(),
                body.active(),
                segment.createdAt(),
                segment.updatedAt(),
                segment.version());
    }
}
