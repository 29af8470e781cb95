package helpdesk.gateway.account;

import helpdesk.gateway.client.ClientAddresses;
import helpdesk.platform.page.PageResponse;
import helpdesk.platform.page.Phrases;
import helpdesk.platform.problem.Problem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The page that a link for a new password leads to. Looking at it does not use the link: mail programs look, too. */
@Path(PasswordResetPageResource.PATH)
@PermitAll
@Produces(PageResponse.MEDIA_TYPE)
public class PasswordResetPageResource {

    /** Short, because the link is read out and typed. */
    static final String PATH = "/p";

    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;
    private static final int SHORTEST = 8;
    private static final int LONGEST = 200;

    private final PasswordService service;
    private final PasswordResetPages pages;
    private final ClientAddresses addresses;

    PasswordResetPageResource(PasswordService service, PasswordResetPages pages, ClientAddresses addresses) {
        this.service = service;
        this.pages = pages;
        this.addresses = addresses;
    }

    @GET
    @Path("/{token}")
    @Operation(hidden = true)
    public RestResponse<String> show(
            @PathParam("token") String token,
            @QueryParam("language") String language,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String spoken) {
        service.look(token);
        return pages.form(OK, PasswordResetPages.phrases(language, spoken), null);
    }

    @POST
    @Path("/{token}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<String> choose(
            @PathParam("token") String token,
            @QueryParam("language") String language,
            MultivaluedMap<String, String> fields,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String spoken,
            @Context HttpServerRequest request) {
        Phrases words = PasswordResetPages.phrases(language, spoken);
        String password = fields.getFirst("password");
        if (password == null || password.length() < SHORTEST || password.length() > LONGEST) {
            return pages.form(UNPROCESSABLE, words, "fault.length");
        }
        if (!password.equals(fields.getFirst("repeat"))) {
            return pages.form(UNPROCESSABLE, words, "fault.different");
        }
        service.reset(token, password, addresses.of(request));
        // Elsewhere, so that looking at it again sends nothing, and the history does not end with the link.
        return PageResponse.goOn(PATH + "/done?language=" + words.language());
    }

    @GET
    @Path("/done")
    @Operation(hidden = true)
    public RestResponse<String> done(
            @QueryParam("language") String language, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String spoken) {
        return pages.notice(OK, PasswordResetPages.phrases(language, spoken), "done");
    }

    /** People get a page, where programs get a problem. */
    @ServerExceptionMapper
    public RestResponse<String> refuse(Problem problem, ContainerRequestContext request) {
        Phrases words = PasswordResetPages.phrases(
                request.getUriInfo().getQueryParameters().getFirst("language"),
                request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        String name =
                switch (problem.type().code()) {
                    case "link-expired" -> "expired";
                    case "not-found" -> "unknown";
                    default -> "refused";
                };
        return pages.notice(problem.type().status(), words, name);
    }
}
