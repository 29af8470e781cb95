package helpdesk.feedback.response;

import helpdesk.feedback.invitation.Invitation;
import helpdesk.feedback.survey.Answer;
import helpdesk.feedback.survey.QuestionKind;
import helpdesk.platform.persistence.Aggregate;
import helpdesk.platform.persistence.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.OneToOne;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a customer answered, once for an invitation. */
@Entity
public class Response extends Aggregate {

    @OneToOne(fetch = FetchType.LAZY, optional = false)
    private Invitation invitation;

    private String language;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Answer> answers;

    private Integer score;
    private Integer nps;
    private Integer effort;
    private Instant receivedAt;

    /** For the persistence provider. */
    protected Response() {}

    private Response(UUID id) {
        super(id);
    }

    /**
     * Takes the answers.
     *
     * @param language in which the customer was asked
     * @throws helpdesk.platform.problem.Problem {@code invalid-request}, with pointers, when they do not fit the survey
     */
    static Response to(Invitation invitation, List<Answer> answers, String language, Instant now) {
        invitation.survey().requireFitting(answers);
        Response response = new Response(Ids.next());
        response.invitation = invitation;
        response.language = language;
        response.answers = List.copyOf(answers);
        response.score = Score.of(invitation.survey().questions(), answers);
        response.nps = Score.raw(QuestionKind.NPS, invitation.survey().questions(), answers);
        response.effort = Score.raw(QuestionKind.EFFORT, invitation.survey().questions(), answers);
        response.receivedAt = now;
        return response;
    }

    Invitation invitation() {
        return invitation;
    }

    String language() {
        return language;
    }

    List<Answer> answers() {
        return answers;
    }

    /** 1–10, or null when no question on a scale was answered. */
    Integer score() {
        return score;
    }

    Instant receivedAt() {
        return receivedAt;
    }
}
