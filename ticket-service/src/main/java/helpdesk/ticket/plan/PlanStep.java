package helpdesk.ticket.plan;

import helpdesk.platform.persistence.Aggregate;
import helpdesk.ticket.agent.Agent;
import helpdesk.ticket.ticketing.AgentData;
import helpdesk.ticket.ticketing.PlanStepData;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;

/** Something that will be done about a ticket, by somebody, until a time that the customer is told (practice 7). */
@Entity
public class PlanStep extends Aggregate {

    private UUID ticketId;
    private String what;

    @ManyToOne(fetch = FetchType.LAZY)
    private Agent owner;

    private Instant dueAt;
    private Instant firstDueAt;
    private Instant doneAt;
    private Instant lateAt;

    /** Written where tickets end, with one statement for all steps. */
    @Column(insertable = false, updatable = false)
    private boolean dropped;

    private Instant createdAt;
    private Instant updatedAt;

    /** For the persistence provider. */
    protected PlanStep() {}

    PlanStep(UUID id, UUID ticketId, String what, Agent owner, Instant dueAt, Instant now) {
        super(id);
        this.ticketId = ticketId;
        this.what = what.strip();
        this.owner = owner;
        this.dueAt = dueAt;
        this.firstDueAt = dueAt;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Says something else, or is for somebody else, or for another time: then it may become late once more. */
    void write(String changedWhat, Agent changedOwner, Instant changedDueAt, Instant now) {
        what = changedWhat.strip();
        owner = changedOwner;
        if (!changedDueAt.equals(dueAt)) {
            dueAt = changedDueAt;
            lateAt = null;
        }
        updatedAt = now;
    }

    /** It is done; returns whether that was in time. */
    boolean done(Instant now) {
        doneAt = now;
        updatedAt = now;
        return !doneAt.isAfter(dueAt);
    }

    /** Its time has passed, which is told once. */
    void late(Instant now) {
        lateAt = now;
    }

    boolean isLate(Instant now) {
        return doneAt == null && lateAt == null && dueAt.isBefore(now);
    }

    StepState state(boolean isSolved, Instant now) {
        if (doneAt == null && (isSolved || dropped)) {
            return StepState.DROPPED;
        }
        if (doneAt == null) {
            return dueAt.isBefore(now) ? StepState.LATE : StepState.OPEN;
        }
        return doneAt.isAfter(dueAt) ? StepState.DONE_LATE : StepState.DONE;
    }

    PlanStepData data() {
        return new PlanStepData(
                id(), what, new AgentData(owner.id(), owner.name(), owner.title()), dueAt, firstDueAt, doneAt);
    }

    StepPatch writable() {
        return new StepPatch(what, owner.id(), dueAt, doneAt != null);
    }

    UUID ticketId() {
        return ticketId;
    }

    Agent owner() {
        return owner;
    }

    boolean isDone() {
        return doneAt != null;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
