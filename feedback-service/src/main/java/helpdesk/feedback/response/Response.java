package helpdesk.feedback.response;

import helpdesk.feedback.invitation.AnswerVia;
import helpdesk.feedback.invitation.Invitation;
import helpdesk.feedback.survey.Answer;
import helpdesk.feedback.survey.QuestionKind;
import helpdesk.feedback.survey.Score;
import helpdesk.platform.persistence.Aggregate;
import helpdesk.platform.persistence.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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
    private Instant changedAt;

    @Enumerated(EnumType.STRING)
    private AnswerVia via;

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
    static Response to(Invitation invitation, List<Answer> answers, String language, AnswerVia via, Instant now) {
        invitation.survey().requireFitting(answers);
        Response response = new Response(Ids.next());
        response.invitation = invitation;
        response.write(answers, language);
        response.via = via;
        response.receivedAt = now;
        return response;
    }

    /**
     * Takes other answers in place of the former ones; tells whether there is a difference.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-request}, with pointers, when they do not fit the survey
     */
    boolean change(List<Answer> others, String otherLanguage, Instant now) {
        invitation.survey().requireFitting(others);
        if (others.equals(answers) && otherLanguage.equals(language)) {
            return false;
        }
        write(others, otherLanguage);
        changedAt = now;
        return true;
    }

    private void write(List<Answer> given, String spoken) {
        language = spoken;
        answers = List.copyOf(given);
        score = Score.of(invitation.survey().questions(), given);
        nps = Score.raw(QuestionKind.NPS, invitation.survey().questions(), given);
        effort = Score.raw(QuestionKind.EFFORT, invitation.survey().questions(), given);
    }

    Invitation invitation() {
        return invitation;
    }

    public String language() {
        return language;
    }

    public List<Answer> answers() {
        return answers;
    }

    /** 1–10, or null when no question on a scale was answered. */
    Integer score() {
        return score;
    }

    /** Null of former ones, of which that is not known. */
    AnswerVia via() {
        return via;
    }

    /** Null while the first answers count. */
    Instant changedAt() {
        return changedAt;
    }

    Instant receivedAt() {
        return receivedAt;
    }
}
