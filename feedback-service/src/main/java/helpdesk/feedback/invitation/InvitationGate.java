package helpdesk.feedback.invitation;

import helpdesk.feedback.FeedbackProblem;
import helpdesk.platform.problem.PlatformProblem;
import java.time.Instant;

/**
 * What the bearer of a link may do with an invitation.
 *
 * @param expiresAt until when it can be answered; null before it is sent
 * @param changeableUntil until when the answer can be changed; null while there is none
 */
public record InvitationGate(InvitationState state, DropReason dropReason, Instant expiresAt, Instant changeableUntil) {

    /** Whether there is something to see. */
    boolean isOpen(Instant now) {
        return switch (state) {
            case SENT -> now.isBefore(expiresAt);
            case ANSWERED -> now.isBefore(changeableUntil);
            case SCHEDULED, DROPPED, EXPIRED -> false;
        };
    }

    /**
     * Lets the bearer see what is asked.
     *
     * @throws helpdesk.platform.problem.Problem {@code survey-withdrawn}, {@code link-expired}, or {@code not-found} when no
     *     link was sent yet
     */
    public void requireOpen(Instant now) {
        switch (state) {
            case SENT, ANSWERED, EXPIRED -> {
                if (!isOpen(now)) {
                    throw PlatformProblem.LINK_EXPIRED.problem("This link has expired. Ask us for a new one.");
                }
            }
            case DROPPED ->
                throw FeedbackProblem.SURVEY_WITHDRAWN.problem(
                        dropReason == DropReason.REOPENED
                                ? "Your request was opened again, so it is too early to ask. You may be asked once it is solved."
                                : "You need not answer any more.");
            case SCHEDULED -> throw PlatformProblem.NOT_FOUND.problem("This link is not known.");
        }
    }

    /**
     * Lets the bearer answer.
     *
     * @throws helpdesk.platform.problem.Problem as {@link #requireOpen}, and {@code already-answered}
     */
    public void requireUnanswered(Instant now) {
        requireOpen(now);
        if (state == InvitationState.ANSWERED) {
            throw FeedbackProblem.ALREADY_ANSWERED.problem(
                    "We have your answer already. Thank you; nothing is left to do.");
        }
    }

    /**
     * Lets the bearer change the answer.
     *
     * @throws helpdesk.platform.problem.Problem as {@link #requireOpen}, and {@code not-answered}
     */
    public void requireAnswered(Instant now) {
        requireOpen(now);
        if (state != InvitationState.ANSWERED) {
            throw FeedbackProblem.NOT_ANSWERED.problem("Send your answers first: there is nothing to change yet.");
        }
    }
}
