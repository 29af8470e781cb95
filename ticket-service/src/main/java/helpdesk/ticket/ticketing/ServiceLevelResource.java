package helpdesk.ticket.ticketing;

import helpdesk.platform.http.TimeParameter;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.ProblemBody;
import helpdesk.ticket.calendar.Period;
import helpdesk.ticket.servicelevel.ExplanationView;
import helpdesk.ticket.servicelevel.ServiceLevelExplanations;
import helpdesk.ticket.servicelevel.Supposition;
import helpdesk.ticket.servicelevel.WhatIfView;
import helpdesk.ticket.vocabulary.Priority;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Why the clocks of a ticket stand where they stand. */
@Path("/api/v1/tickets/{ticket}/service-level")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION})
@Tag(name = "Service levels", description = "When people are there, and what is promised")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class ServiceLevelResource {

    private static final String WINDOW = "RFC 3339; intervals are told from here on, from the beginning when left out";

    /** How far ahead one can look. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private final TicketRepository tickets;
    private final ServiceLevelExplanations explanations;
    private final Clock clock;

    ServiceLevelResource(TicketRepository tickets, ServiceLevelExplanations explanations, Clock clock) {
        this.tickets = tickets;
        this.explanations = explanations;
        this.clock = clock;
    }

    @GET
    @Path("/explain")
    @Operation(
            operationId = "explainServiceLevel",
            summary = "Why the clocks of a ticket stand where they stand",
            description = "Each interval that counted and each that did not, with the reason, up to now.")
    @APIResponse(responseCode = "200", description = "The explanation")
    public ExplanationView explain(
            @Parameter(description = "The ticket's id or number") @PathParam("ticket") String reference,
            @Parameter(description = WINDOW, schema = @Schema(implementation = Instant.class)) @QueryParam("from")
                    String from) {
        Instant now = clock.instant();
        return explanations.explain(TicketFacts.situation(tickets.require(reference)), now, window(from, now));
    }

    @GET
    @Path("/what-if")
    @Operation(
            operationId = "supposeServiceLevel",
            summary = "Where the clocks of a ticket would stand",
            description =
                    "By another policy, calendar or priority from the start, or at another time if nothing happens until "
                            + "then. What happened to the ticket stays. Nothing is changed.")
    @APIResponse(responseCode = "200", description = "How it is, and how it would be")
    public WhatIfView whatIf(
            @Parameter(description = "The ticket's id or number") @PathParam("ticket") String reference,
            @Parameter(description = "The policy that would have held from the start") @QueryParam("policyId")
                    UUID policyId,
            @Parameter(description = "The calendar that it would have counted by") @QueryParam("calendarId")
                    UUID calendarId,
            @Parameter(description = "low, normal, high or urgent: the priority that it would have had from the start")
                    @QueryParam("priority")
                    String priority,
            @Parameter(
                            description =
                                    "RFC 3339; the time that is spoken of, at most 366 days ahead; now when left out",
                            schema = @Schema(implementation = Instant.class))
                    @QueryParam("at")
                    String at,
            @Parameter(description = WINDOW, schema = @Schema(implementation = Instant.class)) @QueryParam("from")
                    String from) {
        Instant now = clock.instant();
        Instant moment = TimeParameter.orElse(at, "?at", now);
        if (moment.isAfter(now.plus(LONGEST))) {
            throw PlatformProblem.INVALID_PARAMETER.at("?at", "Look at most 366 days ahead.");
        }
        return explanations.whatIf(
                TicketFacts.situation(tickets.require(reference)),
                new Supposition(
                        policyId,
                        calendarId,
                        priority == null ? null : new CriterionValue("?priority", priority).constant(Priority.class)),
                moment,
                window(from, moment));
    }

    private static Period window(String from, Instant to) {
        return new Period(TimeParameter.orElse(from, "?from", Instant.EPOCH), to);
    }
}
