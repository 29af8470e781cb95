package helpdesk.feedback.survey;

import helpdesk.feedback.FeedbackProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** The version that is sent now; empty before the first was published. */
    public Optional<Survey> findPublished(UUID series) {
        return find("state = ?1 and coalesce(seriesId, id) = ?2", SurveyState.PUBLISHED, series)
                .firstResultOptional();
    }

    /** What is sent of the series, or the default survey when it is null; empty when nothing is. */
    public Optional<Survey> current(UUID series) {
        return series == null ? findDefault() : findPublished(series);
    }

    /** Whether the series has a draft already. */
    boolean hasDraft(UUID series) {
        return count("state = ?1 and coalesce(seriesId, id) = ?2", SurveyState.DRAFT, series) > 0;
    }

    int latestNumber(UUID series) {
        return getEntityManager()
                .createQuery("select max(s.number) from Survey s where coalesce(s.seriesId, s.id) = ?1", Integer.class)
                .setParameter(1, series)
                .getSingleResult();
    }

    /** Held until the end of the transaction: versions of a series come and go one after the other. */
    void lockSeries(UUID series) {
        findById(series, LockModeType.PESSIMISTIC_WRITE);
    }

    public Survey require(UUID id) {
        return findByIdOptional(id)
                .orElseThrow(() -> FeedbackProblem.SURVEY_NOT_FOUND.problem(
                        "There is no survey %s. See GET /api/v1/surveys.", id));
    }

    /**
     * The newest first.
     *
     * @param series only versions of this one, or null for all
     */
    List<Survey> page(UUID series, UUID after, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder query = new StringBuilder("1 = 1");
        if (series != null) {
            query.append(" and coalesce(seriesId, id) = :series");
            parameters.put("series", series);
        }
        if (after != null) {
            query.append(" and id < :after");
            parameters.put("after", after);
        }
        return find(query.append(" order by id desc").toString(), parameters)
                .page(Page.ofSize(limit))
                .list();
    }
}
