package helpdesk.feedback.improvement;

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

/** Why customers complained, and what is done about it (practice 12). */
@Path("/api/v1/complaint-causes")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Improvements")
public class ComplaintCauseResource {

    private static final Duration USUAL_PERIOD = Duration.ofDays(30);
    private static final Duration LONGEST_PERIOD = Duration.ofDays(366);

    private final ComplaintCauseQuery query;
    private final Clock clock;

    ComplaintCauseResource(ComplaintCauseQuery query, Clock clock) {
        this.query = query;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "readComplaintCauses",
            summary = "Causes by how many complaints they led to, and the improvement that covers each",
            description = "Of the complaints resolved in the period whose cause is known.")
    public ComplaintCauseView causes(
            @Parameter(
                            description = "RFC 3339; 30 days before to when left out",
                            schema = @Schema(implementation = Instant.class))
                    @QueryParam("from")
                    String from,
            @Parameter(
                            description = "RFC 3339; now when left out; at most 366 days after from",
                            schema = @Schema(implementation = Instant.class))
                    @QueryParam("to")
                    String to) {
        Instant end = new QueryParameter("to", to).instant().orElseGet(clock::instant);
        Instant start = new QueryParameter("from", from).instant().orElseGet(() -> end.minus(USUAL_PERIOD));
        if (!start.isBefore(end)) {
            throw PlatformProblem.INVALID_PARAMETER.at("?from", "The period begins before it ends: from is before to.");
        }
        if (Duration.between(start, end).compareTo(LONGEST_PERIOD) > 0) {
            throw PlatformProblem.INVALID_PARAMETER.at("?from", "Ask for at most 366 days at a time.");
        }
        return new ComplaintCauseView(start, end, query.causes(start, end));
    }
}
