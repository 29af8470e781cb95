package helpdesk.customer.segment;

import helpdesk.customer.CustomerProblem;
import helpdesk.customer.definition.DefinitionService;
import helpdesk.customer.review.ProfileReviews;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.paging.Cursors;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Keeps segments. Who belongs to them is found out moments later. */
@ApplicationScoped
class SegmentService extends DefinitionService<Segment, SegmentBody> {

    private static final DefinitionKind KIND =
            new DefinitionKind("segments", "segments", "segment_name_taken", 100, CustomerProblem.SEGMENT_NOT_FOUND);

    private final ProfileReviews reviews;

    SegmentService(Segments segments, ProfileReviews reviews, Patcher patcher, Cursors cursors, Clock clock) {
        super(segments, KIND, patcher, cursors, clock);
        this.reviews = reviews;
    }

    @Override
    protected Segment fresh(UUID id) {
        return new Segment(id);
    }

    @Override
    protected void accept(Segment segment) {
        SegmentConditions.require(segment.conditions());
        reviews.askForAll();
    }
}
