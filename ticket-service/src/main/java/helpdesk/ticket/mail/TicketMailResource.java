package helpdesk.ticket.mail;

import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.problem.ProblemBody;
import helpdesk.ticket.ticketing.TicketRepository;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The mails that a ticket is made of. */
@Path("/api/v1/tickets/{id}/mails")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Conversation", description = "Public replies, internal notes, calls and files")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class TicketMailResource {

    private final TicketMails mails;
    private final TicketRepository tickets;

    TicketMailResource(TicketMails mails, TicketRepository tickets) {
        this.mails = mails;
        this.tickets = tickets;
    }

    @GET
    @Operation(
            operationId = "listTicketMails",
            summary = "The mails that opened the ticket or became its comments, oldest first, with their files")
    @APIResponse(responseCode = "200", description = "A page of mails")
    public Page<MailPart> list(@PathParam("id") String id, @BeanParam @Valid PageRequest page) {
        return mails.page(tickets.require(id).id(), page);
    }
}
