package helpdesk.platform.request;

import helpdesk.platform.persistence.Ids;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** Gives each request its id: the caller's {@code X-Request-Id} when it is well-formed, else a new one. */
@ApplicationScoped
public class RequestIds {

    /** The header, in and out. */
    public static final String HEADER = "X-Request-Id";

    private static final String KEY = RequestIds.class.getName();
    private static final int BEFORE_EVERYTHING = 10_000;
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    void install(@Observes Filters filters) {
        filters.register(this::identify, BEFORE_EVERYTHING);
    }

    /** The id of this request; always the same for the same request. */
    public String of(RoutingContext context) {
        String known = context.get(KEY);
        if (known != null) {
            return known;
        }
        String given = context.request().getHeader(HEADER);
        String id = given != null && WELL_FORMED.matcher(given).matches()
                ? given
                : Ids.next().toString();
        context.put(KEY, id);
        return id;
    }

    private void identify(RoutingContext context) {
        String id = of(context);
        context.response().putHeader(HEADER, id);
        MDC.put("requestId", id);
        context.next();
    }
}
