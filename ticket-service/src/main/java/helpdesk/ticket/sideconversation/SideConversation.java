package helpdesk.ticket.sideconversation;

import helpdesk.platform.contact.EmailAddresses;
import helpdesk.platform.persistence.Aggregate;
import helpdesk.ticket.TicketProblem;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;

/** What is discussed with a third party about a ticket; its customer never sees it. */
@Entity
public class SideConversation extends Aggregate {

    private UUID ticketId;
    private String subject;
    private String partyName;
    private String partyEmail;

    @Enumerated(EnumType.STRING)
    private SideState state;

    private Instant createdAt;
    private Instant updatedAt;

    /** For the persistence provider. */
    protected SideConversation() {}

    SideConversation(UUID id, UUID ticketId, OpenSideConversation request, Instant now) {
        super(id);
        this.ticketId = ticketId;
        this.subject = request.subject().strip();
        this.partyName = request.party().name().strip();
        this.partyEmail = EmailAddresses.normalize(request.party().email());
        this.state = SideState.OPEN;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Somebody wrote. */
    void written(Instant now) {
        if (state == SideState.DONE) {
            throw TicketProblem.SIDE_CONVERSATION_DONE.problem("Set its state to open to go on.");
        }
        updatedAt = now.isAfter(updatedAt) ? now : updatedAt.plusNanos(1_000);
    }

    void moveTo(SideState wanted, Instant now) {
        state = wanted;
        updatedAt = now;
    }

    UUID ticketId() {
        return ticketId;
    }

    String subject() {
        return subject;
    }

    String partyName() {
        return partyName;
    }

    String partyEmail() {
        return partyEmail;
    }

    SideState state() {
        return state;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
