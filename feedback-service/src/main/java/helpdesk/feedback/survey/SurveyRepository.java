package helpdesk.feedback.survey;

import helpdesk.feedback.FeedbackProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where surveys are kept. */
@ApplicationScoped
public class SurveyRepository implements PanacheRepositoryBase<Survey, UUID> {

    /** The survey that goes out when a ticket is resolved. */
    public Optional<Survey> findDefault() {
        return find("isDefault").firstResultOptional();
    }

    Optional<Survey> lockDefault() {
        return find("isDefault").withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    Survey require(UUID id) {
        return findByIdOptional(id)
                .orElseThrow(() -> FeedbackProblem.SURVEY_NOT_FOUND.problem(
                        "There is no survey %s. See GET /api/v1/surveys.", id));
    }

    /** The newest first. */
    List<Survey> page(UUID after, int limit) {
        return (after == null ? find("order by id desc") : find("id < ?1 order by id desc", after))
                .page(Page.ofSize(limit))
                .list();
    }
}
