package helpdesk.ticket.listing;

import helpdesk.platform.http.Streamed;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.problem.ProblemBody;
import helpdesk.ticket.ticketing.TicketCriteria;
import helpdesk.ticket.ticketing.TicketFilter;
import helpdesk.ticket.ticketing.TicketList;
import helpdesk.ticket.ticketing.TicketQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Tickets for spreadsheets. */
@Path("/api/v1/ticket-export")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION})
@Tag(name = "Tickets", description = "Requests of customers, from the first word to the last")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class ExportResource {

    private static final String CSV = "text/csv";
    private static final int BATCH = 50;
    private static final long MOST = 10_000_000;

    private final TicketQuery tickets;
    private final TicketCriteria criteria;

    ExportResource(TicketQuery tickets, TicketCriteria criteria) {
        this.tickets = tickets;
        this.criteria = criteria;
    }

    @GET
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            operationId = "exportTickets",
            summary = "Tickets by filter as comma-separated values",
            description =
                    "The parameters of the list of tickets, all pages. Streamed, some tickets at a time: each is "
                            + "as it was when its turn came. What a spreadsheet would take for a formula has an apostrophe before it.")
    @APIResponse(
            responseCode = "200",
            description = "A line of names, and a line for each ticket",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<Streamed> export(
            @BeanParam TicketFilter filter,
            @Parameter(
                            description =
                                    "createdAt, updatedAt, number or priority; with a minus before it the other way round")
                    @QueryParam("sort")
                    @DefaultValue("createdAt")
                    String sort) {
        Map<String, String> values = filter.values();
        criteria.require(values, "?");
        criteria.requireSort(sort, "?sort");
        TicketList list = new TicketList(values, sort, "?");
        Streamed lines = new Streamed(out -> tickets.forEach(list, BATCH, MOST, new TicketCsv(out)::write));
        return ResponseBuilder.ok(lines)
                .header(HttpHeaders.CONTENT_TYPE, CSV + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"tickets.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
