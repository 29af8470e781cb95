package helpdesk.feedback.improvement;

import helpdesk.feedback.FeedbackProblem;
import helpdesk.feedback.invitation.Cause;
import helpdesk.platform.persistence.Aggregate;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.problem.Problem;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Something that is to become better (practices 12, 29 and 30). */
@Entity
class Improvement extends Aggregate {

    private String title;
    private String description;

    @Enumerated(EnumType.STRING)
    private ImprovementSource source;

    @Column(name = "cause")
    private String complaintCause;

    private UUID ownerId;

    @Enumerated(EnumType.STRING)
    private ImprovementState state;

    private String reason;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> outcome;

    @JdbcTypeCode(SqlTypes.JSON)
    private Aim aim;

    private UUID mergedIntoId;
    private Instant openedAt;
    private Instant workBeganAt;
    private Instant doneAt;
    private boolean telling;

    @Embedded
    private Cause doneBecauseOf;

    private String createdBy;
    private Instant updatedAt;
    private long writableSince;

    /** For the persistence provider. */
    protected Improvement() {}

    Improvement(NewImprovement body, String createdBy, Instant now) {
        super(Ids.next());
        title = body.title().strip();
        description = body.description();
        source = body.source();
        complaintCause = body.cause();
        ownerId = body.ownerId();
        aim = body.aim();
        state = ImprovementState.OPEN;
        this.createdBy = createdBy;
        openedAt = now;
        updatedAt = now;
    }

    ImprovementEvent opened() {
        return ImprovementEvent.Opened.of(this);
    }

    /**
     * Takes over what was written, which fits together.
     *
     * @param voices counts those who asked for it
     * @param cause why this happens now
     * @return what is to be told, if anything
     * @throws Problem {@code transition-not-allowed} or {@code improvement-merged}
     */
    Optional<ImprovementEvent> change(ImprovementBody body, LongSupplier voices, Cause cause, Instant now) {
        requireUnmerged();
        boolean becomesDone = body.state() != state && body.state() == ImprovementState.DONE;
        enter(body.state(), now);
        title = body.title().strip();
        description = body.description();
        ownerId = body.ownerId();
        reason = body.reason();
        outcome = body.outcome();
        aim = body.aim();
        touch(now);
        writableSince = version() + 1;
        if (!becomesDone) {
            return Optional.empty();
        }
        doneBecauseOf = cause;
        return Optional.of(ImprovementEvent.Done.of(this, voices.getAsLong()));
    }

    private void enter(ImprovementState next, Instant now) {
        if (next == state) {
            return;
        }
        if (!state.next().contains(next)) {
            throw notAllowed("/state", "It is %s and cannot become %s.".formatted(name(state), name(next)));
        }
        state = next;
        if (next == ImprovementState.IN_PROGRESS && workBeganAt == null) {
            workBeganAt = now;
        }
        if (next == ImprovementState.DONE) {
            doneAt = now;
            telling = true;
        }
    }

    /**
     * Goes on in another one, which has heard whom this one has.
     *
     * @throws Problem {@code transition-not-allowed} or {@code improvement-merged}
     */
    void mergeInto(Improvement other, Instant now) {
        requireUnmerged();
        if (state == ImprovementState.DONE) {
            throw notAllowed("/intoId", "It is done, and who asked for it is told. It is merged no more.");
        }
        if (other.state == ImprovementState.DECLINED) {
            throw notAllowed("/intoId", "The other is declined. Open it again first.");
        }
        state = ImprovementState.MERGED;
        reason = null;
        mergedIntoId = other.id();
        touch(now);
        writableSince = version() + 1;
        other.heard(now);
    }

    /** Somebody more, or less, asks for it. Who asks for what is done already is told at once. */
    void heard(Instant now) {
        telling = state == ImprovementState.DONE;
        touch(now);
    }

    /** Nobody is left who is to be told. */
    void toldAll() {
        telling = false;
    }

    /**
     * Lets it pass while it stands for itself.
     *
     * @throws Problem {@code improvement-merged}, with the one it goes on in
     */
    void requireUnmerged() {
        if (state == ImprovementState.MERGED) {
            throw FeedbackProblem.IMPROVEMENT_MERGED
                    .problem("It goes on in %s. Read and change that one.", mergedIntoId)
                    .member("mergedIntoId", mergedIntoId);
        }
    }

    /** Two changes at the same instant still are two. */
    private void touch(Instant now) {
        updatedAt = now.isAfter(updatedAt) ? now : updatedAt.plusNanos(1000);
    }

    private Problem notAllowed(String pointer, String detail) {
        return FeedbackProblem.TRANSITION_NOT_ALLOWED
                .at(pointer, detail)
                .member("allowed", state.next().stream().map(Improvement::name).toList());
    }

    private static String name(ImprovementState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    ImprovementBody writable() {
        return new ImprovementBody(title, description, ownerId, state, reason, outcome, aim);
    }

    /** When the work began whose effect is looked at: when somebody began, else when it was opened. Null before that. */
    Instant effectiveFrom() {
        if (workBeganAt != null) {
            return workBeganAt;
        }
        return state == ImprovementState.DONE ? openedAt : null;
    }

    String title() {
        return title;
    }

    ImprovementSource source() {
        return source;
    }

    String cause() {
        return complaintCause;
    }

    UUID ownerId() {
        return ownerId;
    }

    ImprovementState state() {
        return state;
    }

    /** Null while it stands for itself. */
    UUID mergedIntoId() {
        return mergedIntoId;
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant workBeganAt() {
        return workBeganAt;
    }

    Instant doneAt() {
        return doneAt;
    }

    Cause doneBecauseOf() {
        return doneBecauseOf;
    }

    String createdBy() {
        return createdBy;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    long writableSince() {
        return writableSince;
    }
}
