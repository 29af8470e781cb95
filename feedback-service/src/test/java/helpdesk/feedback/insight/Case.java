package helpdesk.feedback.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.UUID;

/** An invitation with its answer, if there is one, as a test made it up. */
record Case(
        UUID id,
        UUID survey,
        String state,
        Instant sentAt,
        UUID agent,
        String team,
        String category,
        String channel,
        String language,
        boolean answered,
        Integer score,
        Integer nps,
        Integer effort) {

    boolean counts() {
        return state.equals("SENT") || state.equals("ANSWERED") || state.equals("EXPIRED");
    }

    boolean isIn(InsightPeriod period) {
        return !sentAt.isBefore(period.from()) && sentAt.isBefore(period.to());
    }

    boolean fits(InsightFilter filter) {
        return (filter.surveyId() == null || filter.surveyId().equals(survey))
                && (filter.of() == null || filter.member().equals(key(filter.of())));
    }

    /** The key of the group in which it is counted. */
    String key(Dimension by) {
        LocalDate day = LocalDate.ofInstant(sentAt, ZoneOffset.UTC);
        return switch (by) {
            case AGENT -> agent == null ? null : agent.toString();
            case TEAM -> team;
            case CATEGORY -> category;
            case CHANNEL -> channel;
            case LANGUAGE -> language;
            case SURVEY -> survey.toString();
            case DAY -> day.toString();
            case WEEK ->
                "%d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> day.toString().substring(0, 7);
            case TOTAL -> null;
        };
    }

    Case withAnswer(Integer newScore, Integer newNps, Integer newEffort) {
        return new Case(
                id,
                survey,
                "ANSWERED",
                sentAt,
                agent,
                team,
                category,
                channel,
                language,
                true,
                newScore,
                newNps,
                newEffort);
    }

    Case withoutAnswer(String newState) {
        return new Case(
                id, survey, newState, sentAt, agent, team, category, channel, language, false, null, null, null);
    }

    Case in(String newState) {
        return new Case(
                id, survey, newState, sentAt, agent, team, category, channel, language, answered, score, nps, effort);
    }

    Case about(UUID newSurvey, String newTeam, Instant newSentAt) {
        return new Case(
                id, newSurvey, state, newSentAt, agent, newTeam, category, channel, language, answered, score, nps,
                effort);
    }
}
