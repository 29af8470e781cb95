package helpdesk.notification.message;

import helpdesk.notification.customers.Owner;
import helpdesk.notification.template.Text;
import helpdesk.platform.persistence.Aggregate;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.ListIndexBase;

/** A message to a customer, and what became of it. */
@Entity
public class Message extends Aggregate {

    @Enumerated(EnumType.STRING)
    private MessageKind kind;

    private String causeId;

    @Enumerated(EnumType.STRING)
    private MessageChannel channel;

    private String recipient;
    private String language;
    private String subject;
    private String body;
    private String html;
    private short priority;
    private Instant sendAfter;
    private UUID ticketId;
    private UUID customerId;
    private UUID customerOriginId;

    @Enumerated(EnumType.STRING)
    private MessageState state;

    private Instant createdAt;
    private Instant unsubscribedAt;

    @ElementCollection
    @CollectionTable(name = "message_attempt", joinColumns = @JoinColumn(name = "message_id"))
    @OrderColumn(name = "number")
    @ListIndexBase(1)
    @BatchSize(size = 100)
    private List<MessageAttempt> attempts = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "message_attachment", joinColumns = @JoinColumn(name = "message_id"))
    @OrderColumn(name = "number")
    @ListIndexBase(1)
    @BatchSize(size = 100)
    private List<MessageAttachment> attachments = new ArrayList<>();

    /** For the persistence provider. */
    protected Message() {}

    /** A message that waits for its transport. */
    Message(UUID id, MessageDraft draft, Owner owner, Address address, Text text, Instant now) {
        super(id);
        this.kind = draft.kind();
        this.causeId = draft.causeId();
        this.channel = address.channel();
        this.recipient = address.recipient();
        this.language = text.language();
        this.subject = text.subject();
        this.body = text.body();
        this.priority = draft.kind().priority();
        this.ticketId = draft.ticketId();
        this.customerId = owner.id();
        this.customerOriginId = owner.origin();
        this.attachments.addAll(draft.attachments());
        this.state = MessageState.QUEUED;
        this.createdAt = now;
    }

    /**
     * Says how it looks and when it may go.
     *
     * @param layout the same words as HTML, or null
     * @param notBefore null for at once
     */
    void prepare(String layout, Instant notBefore) {
        html = layout;
        sendAfter = notBefore;
    }

    /** Keeps it here, to be read over the API, where there is no server to send it. */
    MessageEvent.Delivered keep(Instant now) {
        state = MessageState.KEPT;
        attempts.add(new MessageAttempt(now, Transport.KEPT, DeliveryOutcome.DELIVERED, null));
        return new MessageEvent.Delivered(id(), kind, channel, Transport.KEPT, customerId, ticketId, now);
    }

    /** Its transport took it. */
    MessageEvent.Delivered sent(MessageAttempt attempt) {
        state = MessageState.SENT;
        attempts.add(attempt);
        return new MessageEvent.Delivered(id(), kind, channel, attempt.transport(), customerId, ticketId, attempt.at());
    }

    /** An attempt came to nothing; another follows. */
    void tried(MessageAttempt attempt) {
        attempts.add(attempt);
    }

    /** It is not tried again. */
    MessageEvent.Failed fail(MessageAttempt attempt) {
        state = MessageState.FAILED;
        return given(attempt);
    }

    /** Nobody knows whether it arrived, and it is not tried again. */
    MessageEvent.Failed leaveInDoubt(MessageAttempt attempt) {
        state = MessageState.UNCERTAIN;
        return given(attempt);
    }

    /** It waits for its transport again. */
    void queueAgain() {
        state = MessageState.QUEUED;
    }

    /** Its recipient does not want such messages by mail any more. What was sent stays as it is. */
    MessageEvent.Unsubscribed unsubscribe(String purpose, Instant now) {
        unsubscribedAt = now;
        return new MessageEvent.Unsubscribed(id(), kind, purpose, channel, customerId, ticketId, now);
    }

    private MessageEvent.Failed given(MessageAttempt attempt) {
        attempts.add(attempt);
        return new MessageEvent.Failed(
                id(), kind, channel, attempt.transport(), customerId, ticketId, attempt.detail(), attempt.at());
    }

    /** Sends it to nobody: the customer does not want to be told such things. */
    MessageEvent.Withheld withhold(Instant now) {
        state = MessageState.WITHHELD;
        return new MessageEvent.Withheld(id(), kind, channel, customerId, ticketId, now);
    }

    public MessageKind kind() {
        return kind;
    }

    public MessageChannel channel() {
        return channel;
    }

    /** The mail address or phone number, or inside the product the id of the customer or ticket. */
    public String recipient() {
        return recipient;
    }

    public String language() {
        return language;
    }

    /** One line. */
    public String subject() {
        return subject;
    }

    public String body() {
        return body;
    }

    /** The same words as HTML; null where there is none. */
    public String html() {
        return html;
    }

    /** How soon it goes when many wait: 0 before 1 before 2. */
    public short priority() {
        return priority;
    }

    /** It is not sent before; null for at once. */
    public Instant sendAfter() {
        return sendAfter;
    }

    public UUID ticketId() {
        return ticketId;
    }

    public UUID customerId() {
        return customerId;
    }

    public MessageState state() {
        return state;
    }

    public List<MessageAttempt> attempts() {
        return List.copyOf(attempts);
    }

    /** Files that go with it by mail. */
    public List<MessageAttachment> attachments() {
        return List.copyOf(attachments);
    }

    /** When its recipient asked to be told no such things any more; null when that did not happen. */
    public Instant unsubscribedAt() {
        return unsubscribedAt;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
