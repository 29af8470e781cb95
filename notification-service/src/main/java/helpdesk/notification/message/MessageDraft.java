package helpdesk.notification.message;

import helpdesk.notification.customers.Contact;
import helpdesk.notification.template.CallbackNews;
import helpdesk.notification.template.Content;
import helpdesk.notification.template.Greeting;
import helpdesk.notification.template.Survey;
import helpdesk.notification.template.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A message that is to be written.
 *
 * @param causeId the event, or the object of ours, that it tells of: there is one message of a kind for each
 * @param ticketId the ticket it is about, or null
 * @param customerId the customer it is for, or null where not known yet, or where it is for somebody else
 * @param language the BCP 47 tag of the language it should be in, or null to ask the customer's profile
 * @param refusedChannels by which the customer does not want it, as what asks for it says
 * @param attachments files that go with it where it goes by mail
 * @param accountId who works here and finds it in the inbox, or null
 */
public record MessageDraft(
        String causeId,
        UUID ticketId,
        UUID customerId,
        Contact contact,
        String language,
        Content content,
        List<String> refusedChannels,
        List<MessageAttachment> attachments,
        UUID accountId) {

    /** One without files that somebody who works here finds in the inbox. */
    public MessageDraft(
            String causeId,
            UUID ticketId,
            UUID customerId,
            Contact contact,
            String language,
            Content content,
            List<String> refusedChannels,
            UUID accountId) {
        this(causeId, ticketId, customerId, contact, language, content, refusedChannels, List.of(), accountId);
    }

    /** One that nothing is refused of but what the customer's profile says. */
    public MessageDraft(
            String causeId, UUID ticketId, UUID customerId, Contact contact, String language, Content content) {
        this(causeId, ticketId, customerId, contact, language, content, List.of());
    }

    /** One without files. */
    public MessageDraft(
            String causeId,
            UUID ticketId,
            UUID customerId,
            Contact contact,
            String language,
            Content content,
            List<String> refusedChannels) {
        this(causeId, ticketId, customerId, contact, language, content, refusedChannels, List.of());
    }

    /** One to a customer, with files. */
    public MessageDraft(
            String causeId,
            UUID ticketId,
            UUID customerId,
            Contact contact,
            String language,
            Content content,
            List<String> refusedChannels,
            List<MessageAttachment> attachments) {
        this(causeId, ticketId, customerId, contact, language, content, refusedChannels, attachments, null);
    }

    MessageKind kind() {
        return switch (content) {
            case Content.Acknowledgement ignored -> MessageKind.ACKNOWLEDGEMENT;
            case Content.FollowUp ignored -> MessageKind.ACKNOWLEDGEMENT;
            case Content.Reply ignored -> MessageKind.REPLY;
            case Survey.Invitation ignored -> MessageKind.SURVEY_INVITATION;
            case Survey.Reminder ignored -> MessageKind.SURVEY_REMINDER;
            case Survey.Receipt ignored -> MessageKind.SURVEY_RECEIPT;
            case Content.Improved ignored -> MessageKind.IMPROVEMENT_DONE;
            case Content.CallbackConfirmation ignored -> MessageKind.CALLBACK_CONFIRMATION;
            case Visit.Confirmation ignored -> MessageKind.APPOINTMENT_CONFIRMATION;
            case Visit.Reminder ignored -> MessageKind.APPOINTMENT_REMINDER;
            case Visit.Moved ignored -> MessageKind.APPOINTMENT_MOVED;
            case Visit.Cancelled ignored -> MessageKind.APPOINTMENT_CANCELLED;
            case CallbackNews.Reminder ignored -> MessageKind.CALLBACK_REMINDER;
            case CallbackNews.Moved ignored -> MessageKind.CALLBACK_MOVED;
            case CallbackNews.Cancelled ignored -> MessageKind.CALLBACK_CANCELLED;
            case CallbackNews.Missed ignored -> MessageKind.CALLBACK_MISSED;
            case Content.Coupon ignored -> MessageKind.COUPON;
            case Greeting ignored -> MessageKind.GREETING;
            case Content.Missed ignored -> MessageKind.MISSED;
            case Content.Notice notice -> notice.forCustomer() ? MessageKind.NOTICE : MessageKind.STAFF_NOTICE;
            case Content.SideConversation ignored -> MessageKind.SIDE_CONVERSATION;
        };
    }

    /** When what it is about begins, for what loses its sense by then. */
    Optional<Instant> due() {
        return content instanceof Content.Templated templated ? templated.due() : Optional.empty();
    }

    /** Whether there is anybody to tell: nobody knows who filled in a card without a name. */
    boolean isForSomebody() {
        return customerId != null || ticketId != null || contact.email() != null || contact.phone() != null;
    }

    /** Whether whose ticket it is, is who it is for. */
    boolean isForOwnerOfTicket() {
        return ticketId != null && kind().answersRequest();
    }
}
