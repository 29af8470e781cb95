package helpdesk.feedback.insight;

import helpdesk.feedback.survey.SurveyVersions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Where the figures of a period are: the whole days and months in the table of counts, what is not yet added to these in the log of changes,
 * and the at most two days of which only a part is asked for in the invitations themselves. Read by one statement they are what
 * they were at one moment.
 *
 * @param statement rows with a key, a name and the columns of a tally
 * @param parameters of its question marks, in their order
 */
record InsightSources(String statement, Object[] parameters) {

    private static final UUID NO_SURVEY = new UUID(0, 0);

    static InsightSources of(Dimension by, InsightFilter filter, InsightPeriod period) {
        Builder builder = new Builder(by, filter);
        if (period.hasDays()) {
            boolean needsDays = by == Dimension.DAY || by == Dimension.WEEK;
            (needsDays ? period.days() : period.spans()).forEach(builder::counts);
            builder.cases(
                    "insight_pending",
                    new InsightPeriod(InsightPeriod.begin(period.firstDay()), InsightPeriod.begin(period.endOfDays())));
        }
        period.edges().forEach(edge -> builder.cases("insight_case", edge));
        return new InsightSources(String.join(" union all ", builder.parts), builder.parameters.toArray());
    }

    /** Names of tables and columns are constants of ours, not the caller's text. */
    private static final class Builder {

        private final Dimension by;
        private final InsightFilter filter;
        private final List<String> parts = new ArrayList<>();
        private final List<Object> parameters = new ArrayList<>();

        Builder(Dimension by, InsightFilter filter) {
            this.by = by;
            this.filter = filter;
        }

        void counts(InsightSpan span) {
            StringBuilder part = new StringBuilder("select ")
                    .append(by.isCounted() ? "member" : wholeKey("begins"))
                    .append(" as key, cast(null as text) as name, ")
                    .append(Tally.columns("*"))
                    .append(" from insight_count where dimension = ? and span = ? and begins >= ? and begins < ?");
            parameters.addAll(List.of(counted(), span.name(), span.begin(), span.end()));
            if (filter.surveyId() == null && by == Dimension.SURVEY) {
                part.append(" and survey_id <> ?");
                parameters.add(NO_SURVEY);
            } else {
                part.append(filter.surveyId() == null ? " and survey_id = ?" : SurveyVersions.CONDITION);
                parameters.add(filter.surveyId() == null ? NO_SURVEY : filter.surveyId());
            }
            if (filter.member() != null) {
                part.append(" and member_key = cast(md5(?) as uuid)");
                parameters.add(filter.member());
            }
            parts.add(part.toString());
        }

        void cases(String view, InsightPeriod period) {
            StringBuilder part = new StringBuilder("select ")
                    .append(by.isCounted() ? "cast(%s as text)".formatted(column(by)) : wholeKey("day"))
                    .append(by == Dimension.AGENT ? " as key, agent_name" : " as key, cast(null as text)")
                    .append(" as name, ")
                    .append(Tally.columns("*"))
                    .append(" from ")
                    .append(view)
                    .append(" where sent_at >= ? and sent_at < ?");
            parameters.addAll(List.of(period.from(), period.to()));
            if (filter.surveyId() != null) {
                part.append(SurveyVersions.CONDITION);
                parameters.add(filter.surveyId());
            }
            if (filter.member() != null) {
                part.append(" and %s = ?".formatted(column(filter.of())));
                parameters.add(filter.of() == Dimension.AGENT ? UUID.fromString(filter.member()) : filter.member());
            }
            parts.add(part.toString());
        }

        /** As which dimension it is counted. */
        private String counted() {
            Dimension dimension = filter.of() == null ? by : filter.of();
            return dimension.isCounted() ? dimension.name().toLowerCase(Locale.ROOT) : "total";
        }

        /** What cancels each other out has one key: a change of a day in a month that is counted has that of the month. */
        private String wholeKey(String day) {
            return switch (by) {
                case SURVEY -> "cast(survey_id as text)";
                case DAY, WEEK -> "cast(%s as text)".formatted(day);
                case MONTH -> "left(cast(%s as text), 7)".formatted(day);
                case TOTAL -> "cast(null as text)";
                case AGENT, TEAM, CATEGORY, CHANNEL, LANGUAGE ->
                    throw new IllegalArgumentException(by + " is counted apart");
            };
        }

        private static String column(Dimension dimension) {
            return switch (dimension) {
                case AGENT -> "agent_id";
                case TEAM -> "team";
                case CATEGORY -> "category";
                case CHANNEL -> "channel";
                case LANGUAGE -> "language";
                case SURVEY, DAY, WEEK, MONTH, TOTAL ->
                    throw new IllegalArgumentException(dimension + " is not counted apart");
            };
        }
    }
}
