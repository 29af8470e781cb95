package helpdesk.feedback.survey;

/** Surveys in all their versions, for statements about rows. */
public final class SurveyVersions {

    /** A condition on {@code survey_id}: the survey with the id that is the parameter, in all its versions. */
    public static final String CONDITION = " and survey_id in (select v.id from survey v"
            + " join survey f on coalesce(v.series_id, v.id) = coalesce(f.series_id, f.id) where f.id = ?)";

    private SurveyVersions() {}
}
