package helpdesk.feedback.improvement;

import helpdesk.feedback.FeedbackProblem;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.problem.ProblemType;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Where improvements are kept. */
@ApplicationScoped
class Improvements implements PanacheRepositoryBase<Improvement, UUID> {

    private static final String END = """
            with recursive line (id, into_id, step) as (
                select id, merged_into_id, 0 from improvement where id = ?
                union all
                select i.id, i.merged_into_id, line.step + 1
                from line join improvement i on i.id = line.into_id where line.step < 1000)
            select id from line order by step desc limit 1""";

    private static final String NEXT_TO_TELL = """
            select id from improvement where telling order by done_at limit 1 for update skip locked""";

    private final Sql sql;

    Improvements(Sql sql) {
        this.sql = sql;
    }

    /**
     * The improvement.
     *
     * @throws helpdesk.platform.problem.Problem {@code improvement-not-found}
     */
    Improvement require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> unknown(FeedbackProblem.IMPROVEMENT_NOT_FOUND, ""));
    }

    /** The same, held until the end of the transaction. */
    Improvement hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> unknown(FeedbackProblem.IMPROVEMENT_NOT_FOUND, ""));
    }

    /** What it goes on in at the end, itself when it stands for itself, held until the end of the transaction. */
    Improvement holdEnd(UUID id) {
        while (true) {
            UUID end = end(id).orElseThrow(() -> unknown(FeedbackProblem.IMPROVEMENT_NOT_FOUND, ""));
            Improvement held = hold(end);
            // While it was waited for it may have been merged.
            if (held.state() != ImprovementState.MERGED) {
                return held;
            }
        }
    }

    /**
     * Holds two, always in the same order, so that two who merge at once never wait for each other in a circle.
     *
     * @return the former and what the latter goes on in
     * @throws helpdesk.platform.problem.Problem {@code improvement-not-found} or {@code unknown-improvement}
     */
    Merging holdBoth(UUID id, UUID intoId) {
        require(id);
        getEntityManager().clear();
        while (true) {
            UUID end = end(intoId).orElseThrow(() -> unknown(FeedbackProblem.UNKNOWN_IMPROVEMENT, "/intoId"));
            Stream.of(id, end).distinct().sorted().forEach(this::hold);
            if (hold(end).state() != ImprovementState.MERGED || end.equals(id)) {
                return new Merging(hold(id), hold(end));
            }
        }
    }

    private Optional<UUID> end(UUID id) {
        return sql.first(END, row -> row.getObject(1, UUID.class), id);
    }

    /** One of which somebody is still to be told, that nobody else tells at this moment. */
    Optional<Improvement> holdNextToTell() {
        return sql.first(NEXT_TO_TELL, row -> row.getObject(1, UUID.class)).map(this::hold);
    }

    /** The newest first; what is null does not narrow the list. */
    List<Improvement> page(ImprovementState state, UUID owner, UUID after, int limit) {
        StringBuilder query = new StringBuilder("from Improvement i where true");
        Map<String, Object> parameters = new HashMap<>();
        narrow(query, parameters, " and i.state = :state", "state", state);
        narrow(query, parameters, " and i.ownerId = :owner", "owner", owner);
        narrow(query, parameters, " and i.id < :after", "after", after);
        return find(query.append(" order by i.id desc").toString(), parameters)
                .page(Page.ofSize(limit))
                .list();
    }

    private static void narrow(
            StringBuilder query, Map<String, Object> parameters, String condition, String name, Object value) {
        if (value != null) {
            query.append(condition);
            parameters.put(name, value);
        }
    }

    private static RuntimeException unknown(ProblemType type, String pointer) {
        String advice = "Check the id. See GET /api/v1/improvements.";
        return pointer.isEmpty() ? type.problem(advice) : type.at(pointer, advice);
    }

    /** One that is to go on in another. */
    record Merging(Improvement one, Improvement other) {}
}
