package helpdesk.notification.mailbox;

import helpdesk.notification.mailbox.mime.DeliveryReport;
import helpdesk.notification.mailbox.mime.ParsedMail;
import helpdesk.platform.persistence.Aggregate;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A mail that came to us, and what became of it. */
@Entity
class Mail extends Aggregate {

    private static final int LONGEST_REASON = 500;

    private UUID threadId;
    private String messageId;

    @Enumerated(EnumType.STRING)
    private MailState state;

    private String reason;
    private String fromName;
    private String fromAddress;
    private String replyTo;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> toAddresses = List.of();

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> ccAddresses = List.of();

    private String subject;
    private Instant sentAt;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> answers = List.of();

    private String language;
    private String body = "";
    private String html;
    private long size;
    private boolean noReply;
    private UUID ticketId;
    private String ticketNumber;

    @Enumerated(EnumType.STRING)
    private ThreadedBy threadedBy;

    private UUID answeredMailId;
    private String bouncedRecipient;
    private String bounceStatus;
    private String bounceDiagnostic;
    private String originalMessageId;
    private Instant receivedAt;

    /** For the persistence provider. */
    protected Mail() {}

    /** A mail of which nothing is known but that it came. */
    Mail(UUID id, long size, Instant now) {
        super(id);
        this.threadId = id;
        this.size = size;
        this.receivedAt = now;
        this.state = MailState.UNPARSABLE;
    }

    /** Takes over what it says, and which conversation it belongs to. */
    void understand(ParsedMail parsed, MailThread thread) {
        messageId = parsed.messageId();
        fromName = parsed.from() == null ? null : parsed.from().name();
        fromAddress = parsed.from() == null ? null : parsed.from().email();
        replyTo = parsed.replyTo();
        toAddresses = parsed.to();
        ccAddresses = parsed.cc();
        subject = parsed.subject();
        sentAt = parsed.sentAt();
        answers = parsed.answers();
        language = parsed.language();
        body = parsed.text();
        html = parsed.html();
        noReply = parsed.noReply();
        threadId = thread.id();
        ticketId = thread.ticketId();
        ticketNumber = thread.ticketNumber();
        threadedBy = thread.by();
        answeredMailId = thread.answeredMailId();
    }

    /** It came back. */
    void report(DeliveryReport report) {
        originalMessageId = report.originalMessageId();
        report.failures().stream().findFirst().ifPresent(failure -> {
            bouncedRecipient = failure.recipient();
            bounceStatus = failure.status();
            bounceDiagnostic = failure.diagnostic();
        });
    }

    /**
     * What becomes of it.
     *
     * @param why null of a mail that a person wrote and that can be answered
     */
    void become(MailState next, String why) {
        state = next;
        reason = why == null || why.length() <= LONGEST_REASON ? why : why.substring(0, LONGEST_REASON);
    }

    UUID threadId() {
        return threadId;
    }

    String messageId() {
        return messageId;
    }

    MailState state() {
        return state;
    }

    String reason() {
        return reason;
    }

    String fromName() {
        return fromName;
    }

    String fromAddress() {
        return fromAddress;
    }

    String replyTo() {
        return replyTo;
    }

    List<String> to() {
        return List.copyOf(toAddresses);
    }

    List<String> cc() {
        return List.copyOf(ccAddresses);
    }

    String subject() {
        return subject;
    }

    Instant sentAt() {
        return sentAt;
    }

    String language() {
        return language;
    }

    String body() {
        return body;
    }

    String html() {
        return html;
    }

    long size() {
        return size;
    }

    boolean isNoReply() {
        return noReply;
    }

    UUID ticketId() {
        return ticketId;
    }

    String ticketNumber() {
        return ticketNumber;
    }

    ThreadedBy threadedBy() {
        return threadedBy;
    }

    UUID answeredMailId() {
        return answeredMailId;
    }

    String bouncedRecipient() {
        return bouncedRecipient;
    }

    String bounceStatus() {
        return bounceStatus;
    }

    String bounceDiagnostic() {
        return bounceDiagnostic;
    }

    String originalMessageId() {
        return originalMessageId;
    }

    Instant receivedAt() {
        return receivedAt;
    }
}
