package helpdesk.feedback.invitation;

import helpdesk.feedback.survey.Answer;
import helpdesk.feedback.survey.Survey;
import helpdesk.platform.persistence.Aggregate;
import helpdesk.platform.persistence.Ids;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** That one customer is asked once: about one solution of one ticket, a callback, or how we are doing. */
@Entity
public class Invitation extends Aggregate {

    @Embedded
    private Occasion occasion;

    /** Null when something else is asked about. */
    @Embedded
    private Solution solution;

    @Embedded
    private Invitee invitee;

    private String language;

    @Embedded
    private Circumstances circumstances;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Survey survey;

    @Enumerated(EnumType.STRING)
    private InvitationState state;

    @Enumerated(EnumType.STRING)
    private DropReason dropReason;

    @Embedded
    private Cause cause;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Answer> draftAnswers;

    private Instant dueAt;
    private Instant sentAt;
    private Instant remindAt;
    private Instant remindedAt;
    private Instant expiresAt;
    private Instant answeredAt;
    private Instant detractorReportedAt;
    private Instant createdAt;
    private Instant updatedAt;
    private Instant erasedAt;

    /** For the persistence provider. */
    protected Invitation() {}

    private Invitation(UUID id) {
        super(id);
    }

    static Invitation schedule(InvitationPlan plan, Instant now) {
        Invitation invitation = new Invitation(Ids.next());
        invitation.occasion = plan.occasion();
        invitation.solution = plan.solution();
        invitation.invitee = plan.invitee();
        invitation.language = plan.language();
        invitation.circumstances = plan.circumstances();
        invitation.survey = plan.survey();
        invitation.cause = plan.cause();
        invitation.state = InvitationState.SCHEDULED;
        invitation.dueAt = plan.dueAt();
        invitation.createdAt = now;
        invitation.updatedAt = now;
        return invitation;
    }

    /**
     * Sends it, with the link that opens it until then.
     *
     * @param remindAt when to ask again, once; null for never
     */
    SurveyEvent send(String link, Instant until, Instant remindAt, Instant now) {
        open(until, now);
        this.remindAt = remindAt;
        return SurveyInvited.of(this, link);
    }

    /** Asks here and now, so that nothing needs to be sent. */
    public void ask(Instant until, Instant now) {
        open(until, now);
    }

    private void open(Instant until, Instant now) {
        requireState(InvitationState.SCHEDULED);
        state = InvitationState.SENT;
        sentAt = now;
        expiresAt = until;
        updatedAt = now;
    }

    /** Asks once more. */
    SurveyEvent remind(String link, Instant now) {
        requireState(InvitationState.SENT);
        remindAt = null;
        remindedAt = now;
        updatedAt = now;
        return SurveyReminded.of(this, link, now);
    }

    /** What was asked has been replaced by a later version before it was sent. */
    void askInstead(Survey later) {
        requireState(InvitationState.SCHEDULED);
        survey = later;
    }

    /** Does not ask after all. A link that was sent no longer opens it. */
    void drop(DropReason reason, Instant now) {
        if (state != InvitationState.SCHEDULED) {
            requireState(InvitationState.SENT);
        }
        state = InvitationState.DROPPED;
        dropReason = reason;
        draftAnswers = null;
        updatedAt = now;
    }

    /** Gives up waiting for an answer. */
    SurveyEvent expire(Instant now) {
        requireState(InvitationState.SENT);
        state = InvitationState.EXPIRED;
        draftAnswers = null;
        updatedAt = now;
        return SurveyExpired.of(this, now);
    }

    /** Learns who the customer is, unless that is known. */
    void identify(UUID customer, Map<UUID, UUID> current, Instant now) {
        if (customerId() == null) {
            invitee = invitee.identified(customer, current);
            updatedAt = now;
        }
    }

    /** What the bearer of the link may do. */
    public InvitationGate gate() {
        return new InvitationGate(state, dropReason, expiresAt, changeableUntil());
    }

    /** Keeps what was answered so far. */
    public void keep(List<Answer> answers, Instant now) {
        gate().requireUnanswered(now);
        draftAnswers = List.copyOf(answers);
        updatedAt = now;
    }

    /** Takes an answer. */
    public SurveyEvent answer(AnswerSummary answer, Instant now) {
        gate().requireUnanswered(now);
        state = InvitationState.ANSWERED;
        answeredAt = now;
        draftAnswers = null;
        updatedAt = now;
        return SurveyAnswered.of(this, answer);
    }

    /**
     * Takes another answer in place of the former.
     *
     * @throws helpdesk.platform.problem.Problem as {@link InvitationGate#requireOpen}, and {@code not-answered}
     */
    public SurveyEvent change(AnswerSummary answer, Instant now) {
        gate().requireAnswered(now);
        updatedAt = now;
        return SurveyAnswerChanged.of(this, answer, now);
    }

    /** Reports that the answer is an unhappy one. */
    public SurveyEvent reportDetractor(AnswerSummary answer, Instant now) {
        requireState(InvitationState.ANSWERED);
        detractorReportedAt = now;
        updatedAt = now;
        return DetractorReported.of(this, answer);
    }

    /** Whether somebody could follow up an unhappy answer: who it was is known, or how to reach them, and nobody was told yet. */
    public boolean canBeFollowedUp() {
        return detractorReportedAt == null
                && (customerId() != null || ticketId() != null || contact().isReachable());
    }

    private void requireState(InvitationState required) {
        if (state != required) {
            throw new IllegalStateException("Invitation " + id() + " is " + state + ", not " + required);
        }
    }

    /** Whether a link was sent that still opens something. */
    boolean hasOpenLink(Instant now) {
        return erasedAt == null && gate().isOpen(now);
    }

    /** What it is about and whose it is: when one of these is erased, nobody is asked or may answer. */
    public Stream<UUID> subjects() {
        return Stream.of(id(), ticketId(), invitee.customerId()).filter(Objects::nonNull);
    }

    public boolean isScheduled() {
        return state == InvitationState.SCHEDULED;
    }

    boolean isDue(Instant now) {
        return !dueAt.isAfter(now);
    }

    /** Null when something else was asked about than a ticket, as is {@link #ticketNumber}. */
    public UUID ticketId() {
        return solution == null ? null : solution.ticketId();
    }

    public String ticketNumber() {
        return solution == null ? null : solution.ticketNumber();
    }

    /** Whether it is about the solution of a ticket that followed up another. */
    boolean isFollowUp() {
        return solution != null && solution.followUp();
    }

    /** Null in those that were there before there were campaigns. */
    public UUID campaignId() {
        return occasion.campaignId();
    }

    public OccasionKind occasion() {
        return occasion.kind();
    }

    /** Null while the customer is not identified. */
    public UUID customerId() {
        return invitee.customerId();
    }

    Contact contact() {
        return invitee.contact();
    }

    /** In the form in which addresses are compared, or null. */
    String contactEmail() {
        return invitee.contactEmail();
    }

    public String language() {
        return language;
    }

    public Circumstances circumstances() {
        return circumstances;
    }

    public Survey survey() {
        return survey;
    }

    public InvitationState state() {
        return state;
    }

    DropReason dropReason() {
        return dropReason;
    }

    Cause cause() {
        return cause;
    }

    Instant dueAt() {
        return dueAt;
    }

    Instant sentAt() {
        return sentAt;
    }

    Instant remindedAt() {
        return remindedAt;
    }

    /** What was answered so far; empty when nothing was. */
    public List<Answer> draftAnswers() {
        return draftAnswers == null ? List.of() : draftAnswers;
    }

    /** Until when an answer can be changed; null while there is none. */
    public Instant changeableUntil() {
        return answeredAt == null ? null : answeredAt.plus(SurveyLinks.SECOND_THOUGHTS);
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    Instant answeredAt() {
        return answeredAt;
    }

    Instant detractorReportedAt() {
        return detractorReportedAt;
    }
}
