package helpdesk.feedback.survey;

import helpdesk.feedback.FeedbackProblem;
import helpdesk.feedback.language.Languages;
import helpdesk.platform.persistence.Aggregate;
import helpdesk.platform.persistence.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A list of questions, in one of its versions. Once published a version never changes, so that all its answers are answers to the
 * same; the next one takes its place.
 */
@Entity
public class Survey extends Aggregate {

    private static final int ADVISED_QUESTIONS = 10;

    @Enumerated(EnumType.STRING)
    private SurveyState state;

    /** The id of the first version; null in rows that were there before there were versions. */
    private UUID seriesId;

    private int number = 1;
    private boolean isDefault;
    private String name;
    private String defaultLanguage;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Question> questions;

    @JdbcTypeCode(SqlTypes.JSON)
    private Incentive incentive;

    private Instant createdAt;
    private Instant updatedAt;
    private Instant publishedAt;

    /** For the persistence provider. */
    protected Survey() {}

    private Survey(UUID id) {
        super(id);
    }

    static Survey draft(SurveyContent content, Instant now) {
        content.requireSound();
        Survey survey = new Survey(Ids.next());
        survey.state = SurveyState.DRAFT;
        survey.seriesId = survey.id();
        survey.createdAt = now;
        survey.write(content, now);
        return survey;
    }

    /** The next version, a draft with the same questions for now. */
    Survey next(int number, Instant now) {
        Survey survey = draft(content(), now);
        survey.seriesId = seriesId();
        survey.number = number;
        return survey;
    }

    /**
     * Changes a draft.
     *
     * @throws helpdesk.platform.problem.Problem {@code survey-not-draft} once it was published
     */
    void revise(SurveyContent content, Instant now) {
        requireDraft();
        content.requireSound();
        write(content, now);
    }

    private void write(SurveyContent content, Instant now) {
        name = content.name();
        defaultLanguage = content.defaultLanguage();
        questions = List.copyOf(content.questions());
        incentive = content.incentive();
        updatedAt = now;
    }

    /**
     * Publishes a draft, or makes one that is published already the default.
     *
     * @throws helpdesk.platform.problem.Problem {@code survey-not-draft} when that would change nothing, or it is retired
     */
    void publish(boolean asDefault, Instant now) {
        switch (state) {
            case DRAFT -> {
                state = SurveyState.PUBLISHED;
                publishedAt = now;
            }
            case PUBLISHED -> {
                if (!asDefault || isDefault) {
                    throw notDraft("It is published already.");
                }
            }
            case RETIRED -> throw notDraft("A later version took its place. Publish that one, or a new one.");
        }
        isDefault |= asDefault;
        updatedAt = now;
    }

    /** Leaves it to a later version to be sent. */
    void retire(Instant now) {
        state = SurveyState.RETIRED;
        isDefault = false;
        updatedAt = now;
    }

    /** Leaves it to another survey to go out when a ticket is resolved. */
    void cedeDefault(Instant now) {
        isDefault = false;
        updatedAt = now;
    }

    void requireDraft() {
        if (state != SurveyState.DRAFT) {
            throw notDraft(
                    "It was published, so its questions stay as they are. Open a new version: POST /api/v1/surveys/"
                            + id() + "/versions.");
        }
    }

    private static RuntimeException notDraft(String detail) {
        return FeedbackProblem.SURVEY_NOT_DRAFT.problem(detail);
    }

    /**
     * Lets answers pass that fit the questions.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-request}, with a pointer to everything that does not fit
     */
    public void requireFitting(List<Answer> answers) {
        AnswerCheck.require(questions, answers);
    }

    /**
     * Lets answers pass that fit their questions, whether or not all is answered that must be.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-request}, with a pointer to everything that does not fit
     */
    public void requirePossible(List<Answer> answers) {
        AnswerCheck.requirePossible(questions, answers);
    }

    /** Those of the questions that are put to somebody who has answered so. */
    public List<Question> asked(List<Answer> answers) {
        return Questionnaire.asked(questions, answers);
    }

    /** The language to ask in: the best of the wanted ones, then English, then the survey's default language. */
    public String speak(String... wanted) {
        Set<String> spoken = languages();
        return Languages.choose(spoken, Languages.choose(spoken, defaultLanguage, "en"), wanted);
    }

    /** The languages that every text of the survey has. */
    public Set<String> languages() {
        Set<String> common = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        common.addAll(questions.getFirst().text().keySet());
        for (Question question : questions) {
            common.retainAll(question.text().keySet());
            if (question.options() != null) {
                question.options()
                        .forEach(option -> common.retainAll(option.text().keySet()));
            }
        }
        return common;
    }

    /** What to bear in mind, or null. */
    String advice() {
        return questions.size() > ADVISED_QUESTIONS ? "Above ten questions fewer people answer." : null;
    }

    SurveyContent content() {
        return new SurveyContent(name, defaultLanguage, questions, incentive);
    }

    public String name() {
        return name;
    }

    public List<Question> questions() {
        return questions;
    }

    /** What answering earns, in words; null when it earns nothing. */
    public String incentive() {
        return incentive == null ? null : incentive.description();
    }

    /** What all its versions have in common: the id of the first. */
    public UUID seriesId() {
        return seriesId == null ? id() : seriesId;
    }

    int number() {
        return number;
    }

    /** Whether a later version is sent in its place. */
    public boolean isRetired() {
        return state == SurveyState.RETIRED;
    }

    SurveyState state() {
        return state;
    }

    boolean isDefault() {
        return isDefault;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    Instant publishedAt() {
        return publishedAt;
    }
}
