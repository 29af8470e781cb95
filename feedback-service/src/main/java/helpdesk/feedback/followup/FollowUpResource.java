package helpdesk.feedback.followup;

import helpdesk.feedback.parameter.QueryParameter;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What became of unhappy answers (practice 31). */
@Path("/api/v1/follow-ups")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Follow-ups", description = "What became of unhappy answers")
public class FollowUpResource {

    private static final Duration USUAL_PERIOD = Duration.ofDays(30);
    private static final Duration LONGEST_PERIOD = Duration.ofDays(366);

    private final FollowUps followUps;
    private final FollowUpQuery query;
    private final Cursors cursors;
    private final Clock clock;

    FollowUpResource(FollowUps followUps, FollowUpQuery query, Cursors cursors, Clock clock) {
        this.followUps = followUps;
        this.query = query;
        this.cursors = cursors;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(operationId = "listFollowUps", summary = "Unhappy answers and what became of them, the newest first")
    public Page<FollowUpView> list(
            @Parameter(description = "Only those in this state", schema = @Schema(implementation = FollowUpState.class))
                    @QueryParam("state")
                    String state,
            @BeanParam @Valid PageRequest page) {
        String wanted = new QueryParameter("state", state)
                .oneOf(FollowUpState.values())
                .map(known -> known.name().toLowerCase(Locale.ROOT))
                .orElse(null);
        String list = "follow-ups " + wanted;
        List<String> after = cursors.open(page.after(), list);
        return Page.of(
                followUps.page(
                        wanted,
                        after.isEmpty() ? null : Instant.parse(after.getFirst()),
                        after.isEmpty() ? null : UUID.fromString(after.getLast()),
                        page.limitPlusOne()),
                page.limit(),
                Function.identity(),
                last -> cursors.seal(
                        List.of(last.reportedAt().toString(), last.responseId().toString()), list));
    }

    @GET
    @Path("/insight")
    @Operation(
            operationId = "readFollowUpInsight",
            summary = "How many unhappy answers were followed up, and how many customers are satisfied afterwards",
            description = "Shares come with their 95 % Wilson interval and the number of cases.")
    public FollowUpInsight insight(
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
            @Parameter(
                            description = "By what; total when left out",
                            schema = @Schema(implementation = FollowUpDimension.class))
                    @QueryParam("by")
                    String by) {
        FollowUpDimension dimension =
                new QueryParameter("by", by).oneOf(FollowUpDimension.values()).orElse(FollowUpDimension.TOTAL);
        Instant end = new QueryParameter("to", to).instant().orElseGet(clock::instant);
        Instant start = new QueryParameter("from", from).instant().orElseGet(() -> end.minus(USUAL_PERIOD));
        if (!start.isBefore(end)) {
            throw PlatformProblem.INVALID_PARAMETER.at("?from", "The period begins before it ends: from is before to.");
        }
        if (Duration.between(start, end).compareTo(LONGEST_PERIOD) > 0) {
            throw PlatformProblem.INVALID_PARAMETER.at("?from", "Ask for at most 366 days at a time.");
        }
        return new FollowUpInsight(dimension, start, end, query.groups(dimension, start, end));
    }
}
