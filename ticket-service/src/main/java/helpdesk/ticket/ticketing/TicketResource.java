package helpdesk.ticket.ticketing;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.problem.ProblemBody;
import helpdesk.ticket.history.ChangeView;
import helpdesk.ticket.history.TicketHistory;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Tickets, for staff and integrations. */
@Path("/api/v1/tickets")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION})
@Tag(name = "Tickets", description = "Requests of customers, from the first word to the last")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class TicketResource {

    private static final String NEWEST_CHANGE_FIRST = "-updatedAt";
    private static final String ID = "The id, or the number as people write it: HD-1042";

    private final TicketService service;
    private final TicketEscalation escalation;
    private final TicketOpening opening;
    private final TicketQuery query;
    private final TicketRepository tickets;
    private final TicketHistory history;

    TicketResource(
            TicketService service,
            TicketEscalation escalation,
            TicketOpening opening,
            TicketQuery query,
            TicketRepository tickets,
            TicketHistory history) {
        this.service = service;
        this.escalation = escalation;
        this.opening = opening;
        this.query = query;
        this.tickets = tickets;
        this.history = history;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "openTicket",
            summary = "Opens a ticket",
            description = "For a customer by id, or for anybody by mail address, phone number or handle; the profile "
                    + "appears by itself.")
    @APIResponse(
            responseCode = "201",
            description = "The ticket, and in Location where it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TicketView.class)))
    public RestResponse<TicketView> open(@NotNull(message = "Send the ticket as JSON.") @Valid OpenTicket request) {
        Ticket ticket = opening.open(request);
        return Versioned.created("/api/v1/tickets/" + ticket.id(), query.viewOfOpened(ticket), ticket.version());
    }

    @GET
    @Operation(
            operationId = "listTickets",
            summary = "Tickets by filter, in pages",
            description = "All that is asked for must be true. A custom field is asked for by its key: "
                    + "customFields.plan=gold.")
    @APIResponse(responseCode = "200", description = "A page of tickets")
    public Page<TicketView> list(
            @BeanParam TicketFilter filter,
            @BeanParam @Valid PageRequest page,
            @Parameter(
                            description =
                                    "createdAt, updatedAt, number or priority; with a minus before it the other way round")
                    @QueryParam("sort")
                    @DefaultValue(NEWEST_CHANGE_FIRST)
                    String sort,
            @Parameter(description = "Whether to count all that fit, which takes its time")
                    @QueryParam("count")
                    @DefaultValue("false")
                    boolean count) {
        return query.page(new TicketList(filter.values(), sort, "?"), page, count);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readTicket", summary = "One ticket")
    @APIResponse(responseCode = "200", description = "The ticket")
    public RestResponse<TicketView> read(@Parameter(description = ID) @PathParam("id") String id) {
        TicketView view = query.read(id);
        return Versioned.ok(view, view.version());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @Operation(
            operationId = "changeTicket",
            summary = "Changes a ticket",
            description = "Fields first, then who has it, then how it stands: all of it or nothing. If-Match takes the "
                    + "ETag of any version since the last change of what can be written: what the product itself "
                    + "learned in between, such as who the customer is, makes no change of yours stale.")
    @APIResponse(responseCode = "200", description = "The ticket as it became")
    @RequestBody(
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = TicketPatch.class)))
    public RestResponse<TicketView> patch(
            @Parameter(description = ID) @PathParam("id") String id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match") String ifMatch,
            MergePatch patch) {
        Ticket ticket = service.patch(id, IfMatch.required(ifMatch), patch);
        return Versioned.ok(query.view(ticket), ticket.version());
    }

    @POST
    @Path("/{id}/escalations")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
    @Operation(operationId = "escalateTicket", summary = "Hands a ticket to the next tier, with the reason")
    @APIResponse(
            responseCode = "201",
            description = "The ticket as it became",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TicketView.class)))
    public RestResponse<TicketView> escalate(
            @Parameter(description = ID) @PathParam("id") String id,
            @NotNull(message = "Send the reason as JSON.") @Valid EscalateTicket request) {
        Ticket ticket = escalation.escalate(id, request.reason());
        return Versioned.created("/api/v1/tickets/" + ticket.id(), query.view(ticket), ticket.version());
    }

    @POST
    @Path("/{id}/claims")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
    @Operation(
            operationId = "claimTicket",
            summary = "Takes a ticket that nobody has for oneself",
            description = "Of two who try at once, one has it afterwards, and the other gets a 409 that tells who.")
    @APIResponse(
            responseCode = "201",
            description = "The ticket as it became",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TicketView.class)))
    public RestResponse<TicketView> claim(@Parameter(description = ID) @PathParam("id") String id) {
        Ticket ticket = service.claim(id);
        return Versioned.created("/api/v1/tickets/" + ticket.id(), query.view(ticket), ticket.version());
    }

    @GET
    @Path("/{id}/history")
    @Operation(operationId = "readTicketHistory", summary = "Every change of a ticket, oldest first")
    @APIResponse(responseCode = "200", description = "A page of changes")
    public Page<ChangeView> history(
            @Parameter(description = ID) @PathParam("id") String id, @BeanParam @Valid PageRequest page) {
        return history.page(tickets.require(id).id(), page);
    }
}
