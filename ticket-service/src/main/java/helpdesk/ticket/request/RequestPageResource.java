package helpdesk.ticket.request;

import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.page.PageResponse;
import helpdesk.platform.page.Phrases;
import helpdesk.platform.problem.Problem;
import helpdesk.platform.request.Causation;
import helpdesk.ticket.conversation.ConversationService;
import helpdesk.ticket.conversation.CustomerReply;
import helpdesk.ticket.ticketing.RequesterWishes;
import helpdesk.ticket.ticketing.Ticket;
import helpdesk.ticket.ticketing.TicketOpening;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What the public form and the requester's link do, as pages for people. */
@Path("/api/v1/requests")
@PermitAll
@Produces(PageResponse.MEDIA_TYPE + ";qs=0.9")
public class RequestPageResource {

    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;

    private final TicketOpening opening;
    private final ConversationService conversation;
    private final RequesterWishes wishes;
    private final RequestLinks links;
    private final TalkQuery talk;
    private final RequestPages pages;
    private final Validator validator;
    private final Causation causation;

    RequestPageResource(
            TicketOpening opening,
            ConversationService conversation,
            RequesterWishes wishes,
            RequestLinks links,
            TalkQuery talk,
            RequestPages pages,
            Validator validator,
            Causation causation) {
        this.opening = opening;
        this.conversation = conversation;
        this.wishes = wishes;
        this.links = links;
        this.talk = talk;
        this.pages = pages;
        this.validator = validator;
        this.causation = causation;
    }

    @GET
    @Operation(hidden = true)
    public RestResponse<String> form(
            @QueryParam("language") String language, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String spoken) {
        return pages.form(OK, RequestPages.phrases(language, spoken), Map.of(), Map.of());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Idempotent
    @Operation(hidden = true)
    public RestResponse<String> open(
            @QueryParam("language") String language,
            MultivaluedMap<String, String> fields,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String spoken) {
        Phrases words = RequestPages.phrases(language, spoken);
        OpenRequest request = new OpenRequest(
                entered(fields, "name"),
                entered(fields, "email"),
                entered(fields, "phone"),
                entered(fields, "subject"),
                entered(fields, "description"),
                words.language(),
                fields.containsKey("chat") ? RequestChannel.CHAT : RequestChannel.WEB);
        Map<String, String> faults = faults(validator.validate(request), words);
        if (!faults.isEmpty()) {
            Map<String, String> entries = new HashMap<>();
            fields.keySet().forEach(field -> entries.put(field, fields.getFirst(field)));
            return pages.form(UNPROCESSABLE, words, entries, faults);
        }
        causation.actAs(Actor.system("public-form"));
        Ticket ticket = opening.openPublic(
                request.name(),
                request.email(),
                request.phone(),
                request.subject(),
                request.description(),
                request.language(),
                request.channelOrDefault().channel());
        return PageResponse.goOn("requests/" + links.token(ticket.id()));
    }

    @GET
    @Path("/{token}")
    @Operation(hidden = true)
    public RestResponse<String> show(
            @PathParam("token") String token,
            @QueryParam("language") String language,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String spoken) {
        return pages.talk(OK, talk.page(links.open(token), token, language, spoken));
    }

    @POST
    @Path("/{token}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Idempotent
    @Operation(hidden = true)
    public RestResponse<String> write(
            @PathParam("token") String token,
            @QueryParam("language") String language,
            MultivaluedMap<String, String> fields,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String spoken) {
        UUID ticket = links.open(token);
        ReplyToRequest reply = new ReplyToRequest(entered(fields, "body"), List.of());
        if (fields.containsKey("solved")) {
            SolveRequest solved = new SolveRequest(reply.body());
            if (validator.validate(solved).isEmpty()) {
                wishes.solved(ticket, solved.comment());
                return PageResponse.goOn(token);
            }
        } else if (validator.validate(reply).isEmpty()) {
            CustomerReply written = conversation.customerWrites(ticket, reply.body(), List.of());
            UUID goesOn = written.ticket().id();
            return PageResponse.goOn(goesOn.equals(ticket) ? token : links.token(goesOn));
        }
        String fault = reply.body() == null ? "fault.missing" : "fault.text";
        return pages.talk(
                UNPROCESSABLE,
                talk.page(ticket, token, language, spoken)
                        .withFault(fields.getFirst("body") == null ? "" : fields.getFirst("body"), fault));
    }

    /** People get a page, where programs get a problem. */
    @ServerExceptionMapper
    public RestResponse<String> refuse(Problem problem, ContainerRequestContext request) {
        Phrases words = RequestPages.phrases(
                request.getUriInfo().getQueryParameters().getFirst("language"),
                request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        String name =
                switch (problem.type().code()) {
                    case "link-expired" -> "expired";
                    case "not-found", "ticket-not-found" -> "unknown";
                    default -> "refused";
                };
        return pages.notice(problem.type().status(), words, name);
    }

    /** What is left empty is not there. */
    private static String entered(MultivaluedMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null || value.isBlank() ? null : value.replace("\r\n", "\n");
    }

    private static Map<String, String> faults(Set<ConstraintViolation<OpenRequest>> violations, Phrases words) {
        Map<String, String> faults = new HashMap<>();
        violations.forEach(violation -> {
            String field = violation.getPropertyPath().toString();
            faults.put(field, words.get("fault." + field));
        });
        return faults;
    }
}
