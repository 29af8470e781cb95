package helpdesk.ticket.request;

import helpdesk.platform.contact.PhoneNumbers;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.ProblemBody;
import helpdesk.platform.request.Causation;
import helpdesk.ticket.conversation.CommentRepository;
import helpdesk.ticket.conversation.ConversationService;
import helpdesk.ticket.conversation.CustomerReply;
import helpdesk.ticket.plan.PlanQuery;
import helpdesk.ticket.ticketing.CallbackWish;
import helpdesk.ticket.ticketing.PublicTicket;
import helpdesk.ticket.ticketing.RequesterWishes;
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
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The public form, and what its sender can do with the link: no account needed. */
@Path("/api/v1/requests")
@PermitAll
@Tag(name = "Requests", description = "The public form and the requester's own link; no account needed")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class RequestResource {

    private final TicketOpening opening;
    private final TicketRepository tickets;
    private final ConversationService conversation;
    private final CommentRepository comments;
    private final RequesterWishes wishes;
    private final PlanQuery plans;
    private final RequestLinks links;
    private final Causation causation;

    RequestResource(
            TicketOpening opening,
            TicketRepository tickets,
            ConversationService conversation,
            CommentRepository comments,
            RequesterWishes wishes,
            PlanQuery plans,
            RequestLinks links,
            Causation causation) {
        this.opening = opening;
        this.tickets = tickets;
        this.conversation = conversation;
        this.comments = comments;
        this.wishes = wishes;
        this.plans = plans;
        this.links = links;
        this.causation = causation;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "openRequest",
            summary = "Asks for help without an account",
            description = "Whoever has the link can read the request and write on it, until it expires after 90 days.")
    @APIResponse(
            responseCode = "201",
            description = "Its number, and the link that opens it",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OpenedRequest.class)))
    public RestResponse<OpenedRequest> open(
            @NotNull(message = "Send the request as JSON.") @Valid OpenRequest request, @Context HttpHeaders headers) {
        causation.actAs(Actor.system("public-form"));
        Ticket ticket = opening.openPublic(
                request.name(),
                request.email(),
                request.phone(),
                request.subject(),
                request.description(),
                request.language() == null ? AcceptedLanguage.first(headers) : request.language(),
                request.channelOrDefault().channel());
        String link = links.linkTo(ticket.id());
        return Versioned.created(link, new OpenedRequest(ticket.displayNumber(), link), ticket.version());
    }

    @GET
    @Path("/{token}")
    @Operation(operationId = "readRequest", summary = "The requester's own request")
    @APIResponse(responseCode = "200", description = "The request as its sender sees it")
    public RestResponse<RequestView> read(@PathParam("token") String token) {
        Ticket ticket = tickets.require(links.open(token).toString());
        return Versioned.ok(RequestView.of(PublicTicket.of(ticket)), ticket.version());
    }

    @GET
    @Path("/{token}/comments")
    @Operation(operationId = "listRequestComments", summary = "The public conversation, oldest first")
    @APIResponse(responseCode = "200", description = "A page of comments")
    public Page<PublicCommentView> comments(@PathParam("token") String token, @BeanParam @Valid PageRequest page) {
        UUID ticket = tickets.require(links.open(token).toString()).id();
        return comments.visible(ticket, page, PublicCommentView::of);
    }

    @GET
    @Path("/{token}/plan")
    @Operation(
            operationId = "readRequestPlan",
            summary = "What will be done about the request, by whom, and until when (practice 7)")
    @APIResponse(responseCode = "200", description = "The plan; without steps when there is none")
    public PublicPlan plan(@PathParam("token") String token) {
        return PublicPlan.of(plans.plan(links.open(token).toString()));
    }

    @POST
    @Path("/{token}/comments")
    @Idempotent
    @Operation(
            operationId = "replyToRequest",
            summary = "The requester writes",
            description = "Opens a request that waits for the requester or was resolved; a closed one is followed up.")
    @APIResponse(
            responseCode = "201",
            description = "The comment; with followUp when it went to another request",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PublicCommentView.class)))
    public RestResponse<PublicCommentView> reply(
            @PathParam("token") String token,
            @NotNull(message = "Send the comment as JSON.") @Valid ReplyToRequest request) {
        UUID ticket = links.open(token);
        CustomerReply reply = conversation.customerWrites(ticket, request.body(), request.attachmentIds());
        OpenedRequest followUp = reply.ticket().id().equals(ticket)
                ? null
                : new OpenedRequest(
                        reply.ticket().number(), links.linkTo(reply.ticket().id()));
        String owner = followUp == null ? "/api/v1/requests/" + token : followUp.link();
        // A comment never changes.
        return Versioned.created(
                owner + "/comments", PublicCommentView.of(reply.comment(), reply.attachments(), followUp), 0);
    }

    @POST
    @Path("/{token}/solution")
    @Idempotent
    @Operation(
            operationId = "solveRequest",
            summary = "The requester says that it is solved",
            description =
                    "What we had resolved is closed; everything else is resolved, and closed by rule some days later "
                            + "unless the requester writes again.")
    @APIResponse(
            responseCode = "201",
            description = "The request as it became",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RequestView.class)))
    public RestResponse<RequestView> solve(
            @PathParam("token") String token,
            @NotNull(message = "Send a JSON object, {} when there is nothing to say.") @Valid SolveRequest request) {
        Ticket ticket = wishes.solved(links.open(token), request.comment());
        return Versioned.created(
                "/api/v1/requests/" + token, RequestView.of(PublicTicket.of(ticket)), ticket.version());
    }

    @POST
    @Path("/{token}/callbacks")
    @Idempotent
    @Operation(
            operationId = "askForCallback",
            summary = "The requester asks to be called back",
            description =
                    "At the time of a free slot, or as soon as possible. When the slot is taken in the meantime, the next "
                            + "free one is.")
    @APIResponse(
            responseCode = "202",
            description = "We will call",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CallbackAsked.class)))
    public RestResponse<CallbackAsked> callBack(
            @PathParam("token") String token,
            @NotNull(message = "Send a JSON object, {} when there is nothing to say.") @Valid AskForCallback request) {
        UUID ticket = links.open(token);
        String phone = request.phone() == null ? wishes.phone(ticket) : request.phone();
        if (phone == null) {
            throw PlatformProblem.INVALID_REQUEST.at("/phone", "Tell us the number to call.");
        }
        String number = PhoneNumbers.normalize(phone).orElseThrow();
        UUID id = wishes.callBack(
                ticket, new CallbackWish(number, request.timeZone(), request.slotStart(), request.reason()));
        return RestResponse.status(RestResponse.Status.ACCEPTED, new CallbackAsked(id, number, request.slotStart()));
    }
}
