package helpdesk.ticket.inbound;

import helpdesk.ticket.input.Shortened;
import helpdesk.ticket.ticketing.ContactData;
import helpdesk.ticket.ticketing.UnhappyAnswer;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What ticket-service reads of a low answer to a survey.
 *
 * @param ticketId the ticket that was asked about; null when it was something else
 * @param customerId null where the customer is not known
 */
record Detractor(
        UUID ticketId,
        UUID responseId,
        UUID customerId,
        ContactData contact,
        String language,
        String group,
        String category,
        int score,
        List<Comment> comments) {

    /** As long as a description can be. */
    private static final int LONGEST_STORY = 65_536;

    private static final ContactData UNREACHED = new ContactData(null, null, null, null, null);

    Detractor {
        Objects.requireNonNull(responseId, "responseId is missing");
    }

    /** As that of this customer, in whom the one that is named may go on. */
    UnhappyAnswer answer(UUID customer) {
        return new UnhappyAnswer(
                responseId,
                customer,
                customerId,
                contact == null ? UNREACHED : contact,
                language,
                group,
                category,
                story());
    }

    /** What the customer said, as the description of the follow-up. */
    String story() {
        String said = comments == null
                ? ""
                : comments.stream()
                        .map(comment -> "\n\n" + comment.question() + "\n" + comment.text())
                        .collect(Collectors.joining());
        return Shortened.to(LONGEST_STORY, "The customer rated our answer " + score + " of 10." + said);
    }

    /** What the customer wrote to a question. */
    record Comment(String question, String text) {}
}
