package helpdesk.feedback.insight;

import helpdesk.feedback.parameter.QueryParameter;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How customers answered, counted. */
@Path("/api/v1/survey-insight")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Survey insight", description = "How customers answered, counted")
public class InsightResource {

    private static final Duration USUAL_PERIOD = Duration.ofDays(30);
    private static final Duration LONGEST_PERIOD = Duration.ofDays(366);

    private final InsightQuery query;
    private final Clock clock;

    InsightResource(InsightQuery query, Clock clock) {
        this.query = query;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "readSurveyInsight",
            summary = "Response rate, average score and satisfaction, by group",
            description =
                    "Of the invitations sent in the period. Satisfied are scores of 8 and more (4 and 5 of five stars),"
                            + " unhappy those of 6 and less. Shares come with their 95 % Wilson interval and the number of cases.")
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
                    String by) {
        Dimension dimension =
                new QueryParameter("by", by).oneOf(Dimension.values()).orElse(Dimension.AGENT);
        Instant end = new QueryParameter("to", to).instant().orElseGet(clock::instant);
        Instant start = new QueryParameter("from", from).instant().orElseGet(() -> end.minus(USUAL_PERIOD));
        requirePeriod(start, end);
        return new InsightView(dimension, start, end, query.groups(dimension, start, end));
    }

    private static void requirePeriod(Instant start, Instant end) {
        if (!start.isBefore(end)) {
            throw PlatformProblem.INVALID_PARAMETER.at("?from", "The period begins before it ends: from is before to.");
        }
        if (Duration.between(start, end).compareTo(LONGEST_PERIOD) > 0) {
            throw PlatformProblem.INVALID_PARAMETER.at("?from", "Ask for at most 366 days at a time.");
        }
    }
}
