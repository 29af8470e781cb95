package helpdesk.platform.paging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which part of a list is asked for. */
public class PageRequest {

    @Parameter(description = "How many items at most, 1–100")
    @QueryParam("limit")
    @DefaultValue("20")
    @Min(value = 1, message = "Ask for at least 1 item.")
    @Max(value = 100, message = "Ask for at most 100 items.")
    int limit;

    @Parameter(description = "The cursor from the former page's next")
    @QueryParam("after")
    String after;

    public int limit() {
        return limit;
    }

    /** One more than asked for, so that the query itself tells whether there is a next page. */
    public int limitPlusOne() {
        return limit + 1;
    }

    /** The cursor, or null for the first page. */
    public String after() {
        return after;
    }
}
