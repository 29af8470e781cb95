package helpdesk.feedback.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A customer gave a low score: somebody should follow it up (practice 31). */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DetractorReported(
        UUID responseId,
        UUID invitationId,
        UUID surveyId,
        UUID surveySeriesId,
        UUID campaignId,
        UUID ticketId,
        String ticketNumber,
        UUID customerId,
        Contact contact,
        String language,
        UUID agentId,
        String group,
        String category,
        int score,
        List<Comment> comments,
        Instant reportedAt)
        implements SurveyEvent {

    /** What the customer wrote to a question, both in the language of the answer. */
    public record Comment(String question, String text) {}

    static DetractorReported of(Invitation invitation, AnswerSummary answer) {
        return new DetractorReported(
                answer.responseId(),
                invitation.id(),
                invitation.survey().id(),
                invitation.survey().seriesId(),
                invitation.campaignId(),
                invitation.ticketId(),
                invitation.ticketNumber(),
                invitation.customerId(),
                invitation.contact(),
                answer.language(),
                invitation.circumstances().agentId(),
                invitation.circumstances().team(),
                invitation.circumstances().category(),
                answer.score(),
                answer.comments(),
                invitation.detractorReportedAt());
    }

    @Override
    public String eventType() {
        return "org.helpdesk.feedback.detractor-reported.v1";
    }
}
