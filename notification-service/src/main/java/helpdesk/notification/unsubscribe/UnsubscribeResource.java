package helpdesk.notification.unsubscribe;

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
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The page that the links in mails lead to that nobody asked for. Mail programs post to it by themselves when somebody asks them to (RFC 8058). */
@Path("/u/{token}")
@PermitAll
@Produces(PageResponse.MEDIA_TYPE)
public class UnsubscribeResource {

    private final UnsubscribeService service;
    private final UnsubscribePages pages;

    UnsubscribeResource(UnsubscribeService service, UnsubscribePages pages) {
        this.service = service;
        this.pages = pages;
    }

    @GET
    @Operation(hidden = true)
    public RestResponse<String> show(
            @PathParam("token") String token, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String spoken) {
        return orRefusal(spoken, () -> service.look(token));
    }

    /** Whatever the body says: the address alone says what is meant. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public RestResponse<String> refuse(
            @PathParam("token") String token, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String spoken) {
        return orRefusal(spoken, () -> service.refuse(token));
    }

    private RestResponse<String> orRefusal(String spoken, Supplier<Unsubscription> work) {
        try {
            return pages.of(work.get());
        } catch (Problem problem) {
            return pages.refusal(problem.type().status(), spoken);
        }
    }
}
