package helpdesk.customer.reward;

import helpdesk.customer.CustomerProblem;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.persistence.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Keeps programs. */
@ApplicationScoped
@Transactional
class ProgramService {

    private static final String NAME_TAKEN = "reward_program_name_taken";
    private static final int MOST = 200;

    private final Programs programs;
    private final Patcher patcher;
    private final Clock clock;

    ProgramService(Programs programs, Patcher patcher, Clock clock) {
        this.programs = programs;
        this.patcher = patcher;
        this.clock = clock;
    }

    /**
     * Makes one.
     *
     * @throws helpdesk.platform.problem.Problem {@code name-taken}, {@code too-many-programs}, {@code unknown-segment}
     */
    Program create(ProgramBody body) {
        if (programs.count() >= MOST) {
            throw CustomerProblem.TOO_MANY_PROGRAMS.problem("There are %d programs. Change one of them instead.", MOST);
        }
        requireSegment(body);
        Program program = new Program(Ids.next(), body, clock.instant());
        programs.persist(program);
        flush();
        return program;
    }

    /** Changes one. Coupons that there are stay what they are. */
    Program change(UUID id, IfMatch seen, MergePatch patch) {
        Program program = require(id);
        seen.require(program.version());
        ProgramBody former = program.writable();
        ProgramBody changed = patcher.apply(patch, former);
        if (!changed.equals(former)) {
            requireSegment(changed);
            program.write(changed, clock.instant());
            flush();
        }
        return program;
    }

    /**
     * The program.
     *
     * @throws helpdesk.platform.problem.Problem {@code program-not-found}
     */
    Program require(UUID id) {
        return programs.findByIdOptional(id)
                .orElseThrow(() ->
                        CustomerProblem.PROGRAM_NOT_FOUND.problem("Check the id. See GET /api/v1/reward-programs."));
    }

    private void requireSegment(ProgramBody body) {
        UUID segment = body.issue() == null ? null : body.issue().segmentId();
        if (segment != null && !programs.isSegment(segment)) {
            throw CustomerProblem.UNKNOWN_SEGMENT.at(
                    "/issue/segmentId", "There is no segment with this id. See GET /api/v1/segments.");
        }
    }

    private void flush() {
        try {
            programs.flush();
        } catch (ConstraintViolationException e) {
            throw NAME_TAKEN.equals(e.getConstraintName())
                    ? CustomerProblem.NAME_TAKEN.at("/name", "A program has this name already. Choose another.")
                    : e;
        }
    }
}
