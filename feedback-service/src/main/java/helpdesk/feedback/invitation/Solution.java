package helpdesk.feedback.invitation;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * What is asked about: one solution of one ticket.
 *
 * @param reopenCount how often the ticket had been reopened before; with the ticket it names the solution
 * @param followUp whether the ticket followed up another one, after an unhappy answer or a late reply
 */
@Embeddable
public record Solution(UUID ticketId, int reopenCount, String ticketNumber, boolean followUp) {}
