package helpdesk.ticket.probe;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.problem.Problem;
import helpdesk.platform.request.Causation;
import helpdesk.ticket.TicketProblem;
import helpdesk.ticket.ticketing.ProbeRequest;
import helpdesk.ticket.ticketing.Ticket;
import helpdesk.ticket.ticketing.TicketOpening;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Keeps probes, and has them ask. */
@ApplicationScoped
public class ProbeService {

    private static final Logger LOG = Logger.getLogger(ProbeService.class);

    private static final int MOST = 100;

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final ProbeRepository probes;
    private final TicketOpening opening;
    private final Causation causation;
    private final Patcher patcher;
    private final Sql sql;
    private final Clock clock;

    ProbeService(
            ProbeRepository probes, TicketOpening opening, Causation causation, Patcher patcher, Sql sql, Clock clock) {
        this.probes = probes;
        this.opening = opening;
        this.causation = causation;
        this.patcher = patcher;
        this.sql = sql;
        this.clock = clock;
    }

    @Transactional
    Probe create(ProbeBody body) {
        Probe probe = new Probe(Ids.next(), body, clock.instant());
        requireFree(body.name(), probe.id());
        if (probes.count() >= MOST) {
            throw TicketProblem.TOO_MANY_PROBES.problem("There are 100 probes. Remove one.");
        }
        probes.persist(probe);
        return probe;
    }

    @Transactional
    Probe patch(UUID id, IfMatch ifMatch, MergePatch patch) {
        // Held, because its requests move it on without another version.
        Probe probe =
                probes.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(ProbeService::unknown);
        ifMatch.require(probe.version());
        ProbeBody former = probe.writable();
        ProbeBody changed = patcher.apply(patch, former);
        if (!changed.equals(former)) {
            requireFree(changed.name(), id);
            probe.write(changed, clock.instant());
            probes.flush();
        }
        return probe;
    }

    @Transactional
    void delete(UUID id, IfMatch ifMatch) {
        Probe probe = require(id);
        ifMatch.require(probe.version());
        probes.delete(probe);
    }

    /**
     * Has the one ask that has been due for longest; returns whether there was one. In a transaction of its own; one that cannot ask waits a
     * minute, so that it keeps no other waiting.
     */
    boolean askDue() {
        AtomicReference<UUID> asking = new AtomicReference<>();
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> probes.lockDue(clock.instant()).ifPresent(probe -> {
                        asking.set(probe.id());
                        ask(probe, probe.ask(clock.instant()));
                    }));
        } catch (RuntimeException failure) {
            if (asking.get() == null) {
                throw failure;
            }
            LOG.errorf(failure, "Probe %s could not ask; tried again in a minute", asking.get());
            QuarkusTransaction.requiringNew()
                    .run(() -> sql.execute(
                            "update probe set paused_until = ? where id = ?",
                            clock.instant().plus(PAUSE),
                            asking.get()));
        }
        return asking.get() != null;
    }

    private void ask(Probe probe, ProbeRequest request) {
        // Whom it is told of learns from the mark, not from who asks, that nobody does.
        causation.actAs(Actor.system("public-form"));
        Ticket ticket = opening.openProbe(request);
        sql.execute(
                "insert into probe_run (ticket_id, probe_id, opened_at) values (?, ?, ?)",
                ticket.id(),
                probe.id(),
                clock.instant());
    }

    Probe require(UUID id) {
        return probes.findByIdOptional(id).orElseThrow(ProbeService::unknown);
    }

    private static Problem unknown() {
        return TicketProblem.PROBE_NOT_FOUND.problem("There is no probe with this id. See GET /api/v1/probes.");
    }

    private void requireFree(String name, UUID by) {
        if (probes.isTaken(name, by)) {
            throw TicketProblem.NAME_TAKEN.at("/name", "A probe has this name already. Choose another.");
        }
    }
}
