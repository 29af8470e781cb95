package helpdesk.customer.privacy;

import helpdesk.customer.CustomerProblem;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Where erasures are kept. They stay when they are done: a backup that is restored may need them. */
@ApplicationScoped
class ErasureRepository implements PanacheRepositoryBase<Erasure, UUID> {

    private static final String LIST = "erasures";

    private static final String DUE = """
            select * from erasure where state <> 'DONE' and look_at <= :now order by look_at limit 1
            for update skip locked""";

    private final Session session;
    private final Cursors cursors;
    private final Clock clock;

    ErasureRepository(Session session, Cursors cursors, Clock clock) {
        this.session = session;
        this.cursors = cursors;
        this.clock = clock;
    }

    Optional<Erasure> findOpen(UUID customer) {
        return find("customerId = ?1 and state <> ?2", customer, ErasureState.DONE)
                .firstResultOptional();
    }

    /**
     * The erasure.
     *
     * @throws helpdesk.platform.problem.Problem {@code erasure-not-found}
     */
    Erasure require(UUID id) {
        return findByIdOptional(id).orElseThrow(ErasureRepository::notFound);
    }

    /** The same, held until the end of the transaction. */
    Erasure hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(ErasureRepository::notFound);
    }

    /** The next that is to be looked at, held until the end of the transaction. */
    Optional<Erasure> holdDue(Instant now) {
        return session.createNativeQuery(DUE, Erasure.class)
                .setParameter("now", now)
                .getResultStream()
                .findFirst();
    }

    /**
     * Whose erasure it is, without holding it.
     *
     * @throws helpdesk.platform.problem.Problem {@code erasure-not-found}
     */
    UUID customerOf(UUID id) {
        return session.createSelectionQuery("select e.customerId from Erasure e where e.id = :id", UUID.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .orElseThrow(ErasureRepository::notFound);
    }

    long countOverdue(Instant now) {
        return count("state <> ?1 and dueAt < ?2", ErasureState.DONE, now);
    }

    /** Erasures, the newest first. */
    Page<ErasureView> page(PageRequest page) {
        List<String> after = cursors.open(page.after(), LIST);
        var query = after.isEmpty()
                ? find("order by id desc")
                : find("id < ?1 order by id desc", UUID.fromString(after.getFirst()));
        return Page.of(
                query.range(0, page.limit()).list(),
                page.limit(),
                erasure -> erasure.viewAt(clock.instant()),
                last -> cursors.seal(List.of(last.id().toString()), LIST));
    }

    private static RuntimeException notFound() {
        return CustomerProblem.ERASURE_NOT_FOUND.problem("See GET /api/v1/erasures.");
    }
}
