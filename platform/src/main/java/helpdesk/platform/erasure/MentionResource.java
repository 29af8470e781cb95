package helpdesk.platform.erasure;

import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Looks through everything that a service keeps: whether somebody was forgotten indeed. */
@Path("/api/v1/services/{service}/mentions")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Privacy", description = "What is held on people, and how they are forgotten")
public class MentionResource {

    /** Well within the time that a caller waits for an answer. */
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private static final String LIST = "mentions";

    private final Mentions mentions;
    private final Cursors cursors;
    private final String service;

    MentionResource(Mentions mentions, Cursors cursors, @ConfigProperty(name = "helpdesk.service") String service) {
        this.mentions = mentions;
        this.cursors = cursors;
        this.service = service;
    }

    @POST
    @Operation(
            operationId = "findMentions",
            summary = "Where a service's tables and topics mention somebody",
            description =
                    "Every text of every table and every record of the topics that the service owns, without regard to case. "
                            + "Answers after eight seconds at the latest, with where it goes on.")
    public MentionsFound find(
            @PathParam("service") String name,
            @NotNull(message = "Send what to look for as JSON.") @Valid MentionSearch search) {
        if (!service.equals(name)) {
            throw PlatformProblem.NOT_FOUND.problem("This is %s.", service);
        }
        MentionPlace from = MentionPlace.read(cursors.open(search.after(), LIST));
        Mentions.Found found = mentions.find(search.terms(), from, LONGEST);
        return new MentionsFound(
                List.copyOf(found.mentions()),
                found.next() == null ? null : cursors.seal(found.next().values(), LIST));
    }
}
