package helpdesk.notification.booking;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import helpdesk.notification.NotificationProblem;
import helpdesk.notification.capacity.SlotView;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.page.PageResponse;
import helpdesk.platform.page.Phrases;
import helpdesk.platform.problem.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The page on which customers book, move and call off a callback by the link that they were sent: what the API does, for people. */
@Path("/c/{token}")
@PermitAll
@Produces(PageResponse.MEDIA_TYPE)
public class BookingPageResource {

    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final BookingLinkService service;
    private final PageComposer composer;
    private final Pages pages;

    BookingPageResource(BookingLinkService service, PageComposer composer, Pages pages) {
        this.service = service;
        this.composer = composer;
        this.pages = pages;
    }

    /** Shows what is booked, or what can be. Reading a page stores nothing: programs follow links in mails, too. */
    @GET
    @Operation(hidden = true)
    public RestResponse<String> show(@BeanParam PageQuery query) {
        try {
            LinkedBooking booking = service.open(query.token());
            return pages.show(OK, composer.show(booking, query));
        } catch (Problem problem) {
            return refuse(problem, query);
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<String> send(@BeanParam PageQuery query, MultivaluedMap<String, String> fields) {
        try {
            LinkedBooking booking = service.open(query.token());
            SentForm sent = SentForm.of(fields);
            return switch (sent.deed()) {
                case "cancel" -> cancel(booking, query);
                case "move" -> booking.isBooked() ? choose(booking, sent, query) : goOn(query);
                // Sent twice: the first counts, and the page shows it for both.
                default -> booking.isBooked() ? goOn(query) : choose(booking, sent, query);
            };
        } catch (Problem problem) {
            return refuse(problem, query);
        }
    }

    private RestResponse<String> cancel(LinkedBooking booking, PageQuery query) {
        if (booking.isBooked()) {
            service.cancel(query.token());
        }
        return goOn(query);
    }

    private RestResponse<String> choose(LinkedBooking booking, SentForm sent, PageQuery query) {
        Phrases words = composer.words(booking, query);
        List<PageFault> faults = sent.faults(words);
        if (!faults.isEmpty()) {
            return pages.show(UNPROCESSABLE, composer.again(booking, sent, query, faults, null, List.of()));
        }
        try {
            if (sent.deed().equals("move")) {
                service.change(query.token(), new IfMatch(Set.of("*")), patch(sent));
            } else {
                service.book(
                        query.token(),
                        new BookByLink(sent.slot(), sent.name(), sent.phone(), sent.zone(), sent.reason()));
            }
            return goOn(query);
        } catch (Problem problem) {
            return switch (problem.type()) {
                case NotificationProblem.SLOT_FULL ->
                    pages.show(
                            CONFLICT,
                            composer.again(booking, sent, query, List.of(), words.get("taken"), nearest(problem)));
                case NotificationProblem.NO_SUCH_SLOT ->
                    pages.show(
                            UNPROCESSABLE,
                            composer.again(booking, sent, query, List.of(), words.get("gone"), List.of()));
                case NotificationProblem.CALLBACK_BOOKED, NotificationProblem.TRANSITION_NOT_ALLOWED -> goOn(query);
                default -> throw problem;
            };
        }
    }

    private static MergePatch patch(SentForm sent) {
        ObjectNode changes = JsonNodeFactory.instance
                .objectNode()
                .put("slotStart", sent.slot().toString());
        if (sent.zone() != null) {
            changes.put("timeZone", sent.zone());
        }
        return new MergePatch(changes);
    }

    private static List<SlotView> nearest(Problem problem) {
        return problem.members().get("nearest") instanceof List<?> slots
                ? slots.stream().map(SlotView.class::cast).toList()
                : List.of();
    }

    private static RestResponse<String> goOn(PageQuery query) {
        String language = query.language() == null
                ? ""
                : "?language=" + Pages.words(query.language()).language();
        return PageResponse.goOn(query.token() + language);
    }

    private RestResponse<String> refuse(Problem problem, PageQuery query) {
        String name =
                switch (problem.type().code()) {
                    case "link-expired" -> "expired";
                    case "not-found" -> "unknown";
                    default -> "refused";
                };
        return pages.show(
                problem.type().status(), BookingPage.saying(name, Pages.words(query.language(), query.spoken())));
    }
}
