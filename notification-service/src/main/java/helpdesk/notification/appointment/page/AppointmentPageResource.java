package helpdesk.notification.appointment.page;

import helpdesk.notification.appointment.AppointmentByLink;
import helpdesk.notification.appointment.AppointmentByLink.Seen;
import helpdesk.notification.appointment.CalendarFile;
import helpdesk.notification.appointment.ServedFile;
import helpdesk.platform.page.PageResponse;
import helpdesk.platform.problem.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The page by which customers look at their appointment, ask for another time, or call it off. */
@Path("/a/{token}")
@PermitAll
public class AppointmentPageResource {

    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST_WISH = 1_000;

    private final AppointmentByLink appointments;
    private final Pages pages;

    AppointmentPageResource(AppointmentByLink appointments, Pages pages) {
        this.appointments = appointments;
        this.pages = pages;
    }

    @GET
    @Produces(PageResponse.MEDIA_TYPE)
    @Operation(hidden = true)
    public RestResponse<String> show(
            @PathParam("token") String token, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String spoken) {
        return orNotice(spoken, () -> page(OK, token, spoken, null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(PageResponse.MEDIA_TYPE)
    @Operation(hidden = true)
    public RestResponse<String> send(
            @PathParam("token") String token,
            MultivaluedMap<String, String> fields,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String spoken) {
        return orNotice(spoken, () -> {
            String deed = fields.getFirst("deed");
            if ("cancel".equals(deed)) {
                appointments.cancel(token);
                return PageResponse.goOn(token);
            }
            String wish = text(fields.getFirst("wish"));
            if (!"wish".equals(deed) || wish.isEmpty()) {
                return page(UNPROCESSABLE, token, spoken, "fault.missing");
            }
            if (wish.length() > LONGEST_WISH) {
                return page(UNPROCESSABLE, token, spoken, "fault.long");
            }
            appointments.wishFor(token, wish);
            return PageResponse.goOn(token);
        });
    }

    @GET
    @Path("/calendar.ics")
    @Produces(CalendarFile.MEDIA_TYPE)
    @Operation(hidden = true)
    public RestResponse<byte[]> file(@PathParam("token") String token) {
        ServedFile file = appointments.file(token);
        return RestResponse.ResponseBuilder.ok(file.content())
                .type(file.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + CalendarFile.NAME + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private RestResponse<String> page(int status, String token, String spoken, String fault) {
        Seen seen = appointments.read(token);
        return pages.appointment(status, AppointmentPage.of(seen, token, Pages.words(seen.language(), spoken), fault));
    }

    private RestResponse<String> orNotice(String spoken, Supplier<RestResponse<String>> work) {
        try {
            return work.get();
        } catch (Problem problem) {
            return pages.notice(problem.type().status(), NoticePage.of(problem, Pages.words(spoken)));
        }
    }

    /** Without what no keyboard writes. */
    private static String text(String value) {
        return value == null
                ? ""
                : value.replace("\r\n", "\n")
                        .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                        .strip();
    }
}
