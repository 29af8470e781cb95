package helpdesk.feedback.insight;

import helpdesk.feedback.parameter.QueryParameter;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How customers answered, counted. */
@Path("/api/v1/survey-insight")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Survey insight", description = "How customers answered, counted")
public class InsightResource {

    private static final String ONLY_WITH = "; with by day, week, month or total, and at most one of its kind";

    private final InsightQuery query;
    private final Clock clock;

    InsightResource(InsightQuery query, Clock clock) {
        this.query = query;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "readSurveyInsight",
            summary = "Response rate, satisfaction, NPS and effort, by group or as a trend",
            description =
                    "Of the invitations sent in the period. Satisfied are scores of 8 and more (4 and 5 of five stars),"
                            + " unhappy those of 6 and less. All figures come with the number of cases and a 95 % interval:"
                            + " shares with the score interval of Wilson (1927), means with Student's t interval (1908),"
                            + " NPS with the adjusted Wald interval of Bonett and Price (2012) for a difference of two"
                            + " proportions of one sample, which adds one promoter and one detractor. Means and NPS are cut"
                            + " off at the ends of their scale; a mean of one answer has no interval. tooFew marks groups"
                            + " with fewer than five scores.")
    public InsightView insight(
            @Parameter(
                            description = "RFC 3339; 30 days before to when left out",
                            schema = @Schema(implementation = Instant.class))
                    @QueryParam("from")
                    String from,
            @Parameter(
                            description = "RFC 3339; now when left out; at most 366 days after from",
                            schema = @Schema(implementation = Instant.class))
                    @QueryParam("to")
                    String to,
            @Parameter(description = "By what; agent when left out", schema = @Schema(implementation = Dimension.class))
                    @QueryParam("by")
                    String by,
            @Parameter(description = "Only of this survey, in all its versions") @QueryParam("surveyId") UUID surveyId,
            @Parameter(description = "Only of this agent" + ONLY_WITH) @QueryParam("agentId") UUID agentId,
            @Parameter(description = "Only of this team" + ONLY_WITH) @QueryParam("team") String team,
            @Parameter(description = "Only of this category" + ONLY_WITH) @QueryParam("category") String category,
            @Parameter(description = "Only of this channel" + ONLY_WITH) @QueryParam("channel") String channel,
            @Parameter(description = "Only of this language" + ONLY_WITH) @QueryParam("language") String language) {
        Dimension dimension =
                new QueryParameter("by", by).oneOf(Dimension.values()).orElse(Dimension.AGENT);
        InsightFilter filter = InsightFilter.of(dimension, surveyId, agentId, team, category, channel, language);
        InsightPeriod period = InsightPeriod.of(from, to, clock);
        if (dimension == Dimension.DAY && period.touchedDays() > InsightPeriod.MOST_DAYS) {
            throw PlatformProblem.INVALID_PARAMETER.at("?from", "Ask for a period that touches at most 366 days.");
        }
        return new InsightView(dimension, period.from(), period.to(), query.groups(dimension, filter, period));
    }
}
