package helpdesk.notification.tickets;

import helpdesk.notification.customers.Contact;
import helpdesk.notification.message.MessageDraft;
import helpdesk.notification.template.Content;
import helpdesk.platform.inbox.PoisonException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is read of a rule's wish to have somebody told something about a ticket. */
record NoticeFacts(
        UUID ticketId, UUID customerId, String language, List<Recipient> recipients, String about, String body) {

    private static final String REQUESTER = "requester";

    NoticeFacts {
        if (ticketId == null
                || recipients == null
                || about == null
                || about.isBlank()
                || body == null
                || body.isBlank()) {
            throw new PoisonException("ticketId, recipients, about and body are needed");
        }
    }

    /** Somebody who is told. */
    record Recipient(String kind, UUID agentId, String name, String preferredName, String email, String phone) {

        Recipient {
            if (kind == null) {
                throw new PoisonException("It is needed what a recipient is to us");
            }
        }

        private boolean isRequester() {
            return kind.equals(REQUESTER);
        }

        private Contact contact() {
            return new Contact(name, preferredName, email, phone);
        }
    }

    /** A message to each: nobody sees who else is told. */
    Stream<MessageDraft> messages(String eventId) {
        return IntStream.range(0, recipients.size()).mapToObj(number -> message(eventId, number));
    }

    private MessageDraft message(String eventId, int number) {
        Recipient recipient = recipients.get(number);
        boolean isRequester = recipient.isRequester();
        return new MessageDraft(
                isRequester ? eventId : eventId + "/" + number,
                ticketId,
                isRequester ? customerId : null,
                recipient.contact(),
                isRequester ? language : null,
                new Content.Notice(about, body, isRequester),
                List.of(),
                isRequester ? null : recipient.agentId());
    }
}
