package helpdesk.ticket.probe;

import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where probes are kept. */
@ApplicationScoped
public class ProbeRepository implements PanacheRepositoryBase<Probe, UUID> {

    private static final String LIST = "probes";

    /** What the provider takes for "skip locked" where a lock time-out is given. */
    private static final int SKIP_LOCKED = -2;

    private final ProbeMeasures measures;
    private final Cursors cursors;

    ProbeRepository(ProbeMeasures measures, Cursors cursors) {
        this.measures = measures;
        this.cursors = cursors;
    }

    /** By name, each with its figures, with two statements. */
    Page<ProbeView> page(PageRequest page) {
        List<String> after = cursors.open(page.after(), LIST);
        var query = after.isEmpty()
                ? find("order by lower(name)")
                : find("lower(name) > lower(?1) order by lower(name)", after.getFirst());
        List<Probe> found = query.range(0, page.limit()).list();
        Map<UUID, ProbeFigures> figures =
                measures.figures(found.stream().map(Probe::id).toList());
        return Page.of(
                found,
                page.limit(),
                probe -> ProbeView.of(probe, figures.get(probe.id())),
                last -> cursors.seal(List.of(last.name()), LIST));
    }

    /** One of them with its figures. */
    ProbeView view(Probe probe) {
        return ProbeView.of(probe, measures.figures(List.of(probe.id())).get(probe.id()));
    }

    /** The one that has been due for longest, held until the end of the transaction; none that somebody else holds. */
    Optional<Probe> lockDue(Instant now) {
        return find(
                        "active = true and nextAt <= ?1 and (pausedUntil is null or pausedUntil <= ?1) order by nextAt",
                        now)
                .range(0, 0)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .firstResultOptional();
    }

    boolean isTaken(String name, UUID except) {
        return count("lower(name) = lower(?1) and id <> ?2", name.strip(), except) > 0;
    }
}
