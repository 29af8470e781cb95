package helpdesk.feedback.survey;

import java.time.Instant;
import java.util.List;

/** A survey in memory, for tests that need one and no database. */
public final class DraftSurvey {

    private DraftSurvey() {}

    /** Of these questions. */
    public static Survey of(Question... questions) {
        return Survey.draft(
                new SurveyContent("How are we doing?", null, List.of(questions), null),
                Instant.parse("2026-10-07T14:40:12Z"));
    }
}
