package helpdesk.platform.retirement;

import helpdesk.platform.identity.Roles;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** One operation that will go, beside one that stays. */
@Path("/api/v1/jottings/{id}")
@RolesAllowed(Roles.AGENT)
public class RetiringResource {

    @GET
    @Retiring(deprecated = "2026-11-01", sunset = "2027-02-05", information = "/docs/#/Notes")
    public RestResponse<String> readJotting(@PathParam("id") String id) {
        if (id.equals("unknown")) {
            throw PlatformProblem.NOT_FOUND.problem("No such jotting.");
        }
        return ResponseBuilder.ok("\"" + id + "\"")
                .header(HttpHeaders.LINK, "</next>; rel=\"next\"")
                .build();
    }

    @GET
    @Path("/length")
    public int lengthOfJotting(@PathParam("id") String id) {
        return id.length();
    }
}
