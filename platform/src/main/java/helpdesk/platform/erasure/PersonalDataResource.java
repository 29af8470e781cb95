package helpdesk.platform.erasure;

import helpdesk.platform.http.Streamed;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What this service holds on a person. The gateway puts the archives of all services together. */
@Path("/api/v1/services/{service}/personal-data/{customerId}")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Privacy", description = "What is held on people, and how they are forgotten")
public class PersonalDataResource {

    private final PersonalArchives archives;
    private final String service;

    PersonalDataResource(PersonalArchives archives, @ConfigProperty(name = "helpdesk.service") String service) {
        this.archives = archives;
        this.service = service;
    }

    @GET
    @Produces("application/zip")
    @Operation(
            operationId = "readPersonalDataOfService",
            summary = "All that one service holds on a person, as a ZIP archive of JSON and files")
    public Streamed read(@PathParam("service") String name, @PathParam("customerId") UUID customerId) {
        if (!service.equals(name)) {
            throw PlatformProblem.NOT_FOUND.problem("This is %s.", service);
        }
        return new Streamed(out -> archives.write(customerId, out));
    }
}
