package helpdesk.ticket.request;

import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.request.Causation;
import helpdesk.ticket.conversation.CommentRepository;
import helpdesk.ticket.conversation.ConversationService;
import helpdesk.ticket.conversation.TicketComment;
import helpdesk.ticket.ticketing.AuthorData;
import helpdesk.ticket.ticketing.PublicTicket;
import helpdesk.ticket.ticketing.Ticket;
import helpdesk.ticket.ticketing.TicketOpening;
import helpdesk.ticket.ticketing.TicketRepository;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The public form, and what its sender can do with the link: no account needed. */
@Path("/api/v1/requests")
@PermitAll
@Tag(name = "Requests", description = "The public form and the requester's own link; no account needed")
public class RequestResource {

    private final TicketOpening opening;
    private final TicketRepository tickets;
    private final ConversationService conversation;
    private final CommentRepository comments;
    private final RequestLinks links;
    private final Causation causation;

    RequestResource(
            TicketOpening opening,
            TicketRepository tickets,
            ConversationService conversation,
            CommentRepository comments,
            RequestLinks links,
            Causation causation) {
        this.opening = opening;
        this.tickets = tickets;
        this.conversation = conversation;
        this.comments = comments;
        this.links = links;
        this.causation = causation;
    }

    @POST
    @Idempotent
    @Operation(summary = "Asks for help without an account")
    public RestResponse<OpenedRequest> open(
            @NotNull(message = "Send the request as JSON.") @Valid OpenRequest request, @Context HttpHeaders headers) {
        causation.actAs(Actor.system("public-form"));
        Ticket ticket = opening.openPublic(
                request.name(),
                request.email(),
                request.phone(),
                request.subject(),
                request.description(),
                request.language() == null ? accepted(headers) : request.language());
        String link = links.linkTo(ticket.id());
        return ResponseBuilder.create(RestResponse.Status.CREATED, new OpenedRequest(ticket.displayNumber(), link))
                .location(URI.create(link))
                .build();
    }

    @GET
    @Path("/{token}")
    @Operation(summary = "The requester's own request")
    public RequestView read(@PathParam("token") String token) {
        return RequestView.of(PublicTicket.of(tickets.require(links.open(token).toString())));
    }

    @GET
    @Path("/{token}/comments")
    @Operation(summary = "The public conversation, oldest first")
    public Page<PublicCommentView> comments(@PathParam("token") String token, @BeanParam @Valid PageRequest page) {
        return comments.visible(links.open(token), page, RequestResource::view);
    }

    @POST
    @Path("/{token}/comments")
    @Idempotent
    @Operation(
            summary = "The requester writes",
            description = "Opens a request that waits for the requester or was resolved; a closed one is followed up.")
    public RestResponse<PublicCommentView> reply(
            @PathParam("token") String token,
            @NotNull(message = "Send the comment as JSON.") @Valid ReplyToRequest request) {
        PublicCommentView view = view(conversation.customerWrites(links.open(token), request.body()));
        return ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .location(URI.create("/api/v1/requests/" + token + "/comments"))
                .build();
    }

    private static PublicCommentView view(TicketComment comment) {
        AuthorData author = comment.author();
        return new PublicCommentView(
                comment.id(),
                comment.body(),
                new PublicCommentView.Author(author.kind(), author.name(), author.title()),
                comment.createdAt());
    }

    /** The language the sender's browser asks for first, when it asks for one. */
    private static String accepted(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .map(Locale::toLanguageTag)
                .filter(tag -> !tag.equals("und") && !tag.equals("*") && tag.length() <= 35)
                .findFirst()
                .orElse(null);
    }
}
