package helpdesk.ticket.ticketing;

import helpdesk.ticket.vocabulary.Channel;
import helpdesk.ticket.vocabulary.Origin;
import helpdesk.ticket.vocabulary.TicketType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Transient;
import java.util.UUID;

/** How a ticket came to be. Never changes. */
@Embeddable
class TicketOrigin {

    @Enumerated(EnumType.STRING)
    private TicketType type;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    private String language;
    private String description;
    private String externalSource;
    private String externalId;
    private UUID followUpOf;

    /** The unhappy answer that this ticket follows up; each is followed up once. */
    private UUID surveyResponseId;

    /** The lapse of a customer that it is to make good; there is one ticket for each. */
    private UUID winBackOf;

    /** We opened it ourselves, to see how a customer fares: no figure but those of probes counts it. */
    private boolean probe;

    /** The mail that opened it. Only known when it is opened, which is when it is told. */
    @Transient
    private UUID mailId;

    /** Whether nobody reads what is written to the requester. Only known when it is opened. */
    @Transient
    private boolean noReply;

    /** For the persistence provider. */
    protected TicketOrigin() {}

    TicketOrigin(TicketType type, Channel channel, Origin origin, String language, String description) {
        this.type = type;
        this.channel = channel;
        this.origin = origin;
        this.language = language;
        this.description = description.strip();
    }

    /** The same, under the id that another system gave it; unique per source. */
    TicketOrigin external(String source, String id) {
        if (id != null) {
            externalSource = source;
            externalId = id;
        }
        return this;
    }

    /** The same, as the follow-up of another ticket. */
    TicketOrigin following(UUID ticket, UUID response) {
        followUpOf = ticket;
        surveyResponseId = response;
        return this;
    }

    /** The same, as the answer to a lapse. */
    TicketOrigin winningBack(UUID lapse) {
        winBackOf = lapse;
        return this;
    }

    /** The same, as that of a ticket which a mail opens. */
    TicketOrigin byMail(UUID mail, boolean unanswerable) {
        mailId = mail;
        noReply = unanswerable;
        return this;
    }

    UUID mailId() {
        return mailId;
    }

    boolean isNoReply() {
        return noReply;
    }

    /** The same, as that of a ticket which we opened ourselves, or which follows from one. */
    TicketOrigin probe(boolean isProbe) {
        probe = isProbe;
        return this;
    }

    boolean isProbe() {
        return probe;
    }

    /** Whether the requester asked for something. Otherwise no answer is awaited, and its words are ours alone. */
    boolean isAsked() {
        return origin != Origin.WIN_BACK;
    }

    TicketType type() {
        return type;
    }

    Channel channel() {
        return channel;
    }

    Origin origin() {
        return origin;
    }

    String language() {
        return language;
    }

    /** What was asked, in the words of the one who asked. */
    String description() {
        return description;
    }

    String externalId() {
        return externalId;
    }

    UUID followUpOf() {
        return followUpOf;
    }

    UUID winBackOf() {
        return winBackOf;
    }

    UUID surveyResponseId() {
        return surveyResponseId;
    }
}
