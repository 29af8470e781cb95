package helpdesk.feedback.invitation;

import helpdesk.feedback.FeedbackProblem;
import helpdesk.feedback.survey.Survey;
import helpdesk.platform.persistence.Aggregate;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** That one customer is asked about one solution of one ticket. */
@Entity
public class Invitation extends Aggregate {

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

    private Instant dueAt;
    private Instant sentAt;
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

    static Invitation schedule(
            ResolvedTicket ticket, Invitee invitee, Survey survey, Duration delay, Cause cause, Instant now) {
        Invitation invitation = new Invitation(Ids.next());
        invitation.solution = ticket.solution();
        invitation.invitee = invitee;
        invitation.language = ticket.language();
        invitation.circumstances = ticket.circumstances();
        invitation.survey = survey;
        invitation.cause = cause;
        invitation.state = InvitationState.SCHEDULED;
        invitation.dueAt = ticket.resolvedAt().plus(delay);
        invitation.createdAt = now;
        invitation.updatedAt = now;
        return invitation;
    }

    /** Sends it, with the link that opens it until then. */
    SurveyEvent send(String link, Instant until, Instant now) {
        requireState(InvitationState.SCHEDULED);
        state = InvitationState.SENT;
        sentAt = now;
        expiresAt = until;
        updatedAt = now;
        return SurveyInvited.of(this, link);
    }

    /** Does not ask after all. A link that was sent no longer opens it. */
    void drop(DropReason reason, Instant now) {
        if (state != InvitationState.SCHEDULED) {
            requireState(InvitationState.SENT);
        }
        state = InvitationState.DROPPED;
        dropReason = reason;
        updatedAt = now;
    }

    /** Gives up waiting for an answer. */
    void expire(Instant now) {
        requireState(InvitationState.SENT);
        state = InvitationState.EXPIRED;
        updatedAt = now;
    }

    /** Learns who the customer is, unless that is known. */
    void identify(UUID customer, Map<UUID, UUID> current, Instant now) {
        if (customerId() == null) {
            invitee = invitee.identified(customer, current);
            updatedAt = now;
        }
    }

    /**
     * Lets the bearer of a valid link see what is asked. That its time is not over, the link itself says.
     *
     * @throws helpdesk.platform.problem.Problem {@code survey-withdrawn}, {@code link-expired}, or {@code not-found} when no
     *     link was sent yet
     */
    public void requireOpen() {
        switch (state) {
            case SENT, ANSWERED -> {}
            case EXPIRED -> throw PlatformProblem.LINK_EXPIRED.problem("This link has expired. Ask us for a new one.");
            case DROPPED ->
                throw FeedbackProblem.SURVEY_WITHDRAWN.problem(
                        "Your request was opened again, so it is too early to ask. You may be asked once it is solved.");
            case SCHEDULED -> throw PlatformProblem.NOT_FOUND.problem("This link is not known.");
        }
    }

    /**
     * Lets the bearer of a valid link answer.
     *
     * @throws helpdesk.platform.problem.Problem as {@link #requireOpen}, and {@code already-answered}
     */
    public void requireUnanswered() {
        requireOpen();
        if (state == InvitationState.ANSWERED) {
            throw FeedbackProblem.ALREADY_ANSWERED.problem(
                    "We have your answer already. Thank you; nothing is left to do.");
        }
    }

    /** Takes an answer. */
    public SurveyEvent answer(AnswerSummary answer, Instant now) {
        requireUnanswered();
        state = InvitationState.ANSWERED;
        answeredAt = now;
        updatedAt = now;
        return SurveyAnswered.of(this, answer);
    }

    /** Reports that the answer is an unhappy one. */
    public SurveyEvent reportDetractor(AnswerSummary answer, Instant now) {
        requireState(InvitationState.ANSWERED);
        detractorReportedAt = now;
        updatedAt = now;
        return DetractorReported.of(this, answer);
    }

    private void requireState(InvitationState required) {
        if (state != required) {
            throw new IllegalStateException("Invitation " + id() + " is " + state + ", not " + required);
        }
    }

    /** Whether a link was sent that still opens something. */
    boolean hasOpenLink(Instant now) {
        return erasedAt == null
                && (state == InvitationState.SENT || state == InvitationState.ANSWERED)
                && now.isBefore(expiresAt);
    }

    /** What it is about and whose it is: when one of these is erased, nobody is asked or may answer. */
    public Stream<UUID> subjects() {
        return Stream.of(id(), solution.ticketId(), invitee.customerId()).filter(Objects::nonNull);
    }

    boolean isDue(Instant now) {
        return !dueAt.isAfter(now);
    }

    public Solution solution() {
        return solution;
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
