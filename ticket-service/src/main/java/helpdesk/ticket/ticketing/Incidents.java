package helpdesk.ticket.ticketing;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.request.Causation;
import helpdesk.ticket.TicketProblem;
import helpdesk.ticket.vocabulary.TicketStatus;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Problems and their incidents: what solves the problem solves each of them. */
@ApplicationScoped
public class Incidents {

    /** What one transaction takes; the job goes on with the rest. */
    private static final int AT_ONCE = 50;

    /** What one run of the job takes at most is this times {@link #AT_ONCE}; the next run goes on. */
    private static final int MOST_BATCHES = 1_000;

    private static final String REMEMBER = """
            insert into problem_resolution (problem_id, actor, resolved_at) values (?, ?, ?)
            on conflict (problem_id) do update set actor = excluded.actor, resolved_at = excluded.resolved_at""";

    private final TicketRepository tickets;
    private final MergedTickets merged;
    private final TicketMoves moves;
    private final TicketJournal journal;
    private final Causation causation;
    private final Sql sql;
    private final Clock clock;

    Incidents(
            TicketRepository tickets,
            MergedTickets merged,
            TicketMoves moves,
            TicketJournal journal,
            Causation causation,
            Sql sql,
            Clock clock) {
        this.tickets = tickets;
        this.merged = merged;
        this.moves = moves;
        this.journal = journal;
        this.causation = causation;
        this.sql = sql;
        this.clock = clock;
    }

    /** Makes the ticket an incident of the problem, or of none. */
    void attach(Ticket ticket, UUID problemId, Instant now) {
        if (Objects.equals(ticket.relations().problemId(), problemId)) {
            return;
        }
        if (problemId != null) {
            requirePossible(ticket, problemId);
        }
        journal.tell(ticket, ticket.belongTo(problemId, now));
    }

    /** The problem is resolved: so are its incidents, the first now, the others by the job. */
    void resolveWith(Ticket problem, Instant now) {
        if (resolveSome(problem, now) == AT_ONCE) {
            sql.execute(REMEMBER, problem.id(), causation.actor().toString(), now);
        }
    }

    /** Goes on where a transaction left off. Replicas may do so at the same time. */
    @Scheduled(every = "1s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void resolveOthers() {
        boolean more = true;
        for (int batch = 0; more && batch < MOST_BATCHES; batch++) {
            more = QuarkusTransaction.requiringNew().call(this::resolveNext);
        }
    }

    private boolean resolveNext() {
        Optional<UUID> next = sql.first(
                "select problem_id from problem_resolution order by resolved_at, problem_id limit 1",
                row -> row.getObject(1, UUID.class));
        if (next.isEmpty()) {
            return false;
        }
        causation.actAs(Actor.system("resolve-incidents"));
        // The ticket first and the row then, as whoever resolves the problem does.
        Ticket problem = tickets.lock(next.get()).orElseThrow();
        if (!isSolvedByUs(problem) || resolveSome(problem, clock.instant()) < AT_ONCE) {
            sql.execute("delete from problem_resolution where problem_id = ?", problem.id());
        }
        return true;
    }

    /** Reopened, merged, or solved by its requester in the meantime, it says nothing about its incidents. */
    private static boolean isSolvedByUs(Ticket problem) {
        return (problem.status() == TicketStatus.RESOLVED || problem.status() == TicketStatus.CLOSED)
                && problem.relations().mergedInto() == null
                && problem.assignee() != null
                && !problem.progress().isSolvedByRequester();
    }

    private int resolveSome(Ticket problem, Instant now) {
        List<Ticket> unsolved = tickets.lockUnsolvedIncidents(merged.members(problem.id()), AT_ONCE);
        for (Ticket incident : unsolved) {
            if (incident.assignee() == null && problem.assignee() != null) {
                incident.assign(problem.assignee(), now).ifPresent(event -> journal.tell(incident, event));
            }
            incident.explain(problem.progress().resolution(), now).ifPresent(event -> journal.tell(incident, event));
            moves.resolve(incident, false, now);
        }
        return unsolved.size();
    }

    private void requirePossible(Ticket ticket, UUID problemId) {
        Ticket problem = tickets.findByIdOptional(problemId)
                .orElseThrow(() -> TicketProblem.UNKNOWN_TICKET.at("/problemId", "No ticket has this id."));
        if (problem.equals(ticket)) {
            throw TicketProblem.PROBLEM_NOT_POSSIBLE.at("/problemId", "A ticket is not its own problem.");
        }
        if (problem.status() == TicketStatus.CLOSED) {
            throw TicketProblem.PROBLEM_NOT_POSSIBLE.at("/problemId", "That problem is closed.");
        }
        if (problem.relations().problemId() != null || tickets.hasIncidents(ticket.id())) {
            throw TicketProblem.PROBLEM_NOT_POSSIBLE.at("/problemId", "A problem has incidents, and is none itself.");
        }
    }
}
