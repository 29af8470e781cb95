package helpdesk.platform.note;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Somebody forgot to say who may. */
@Path("/api/v1/undecided")
public class UndecidedResource {

    @GET
    public String read() {
        return "secret";
    }
}
