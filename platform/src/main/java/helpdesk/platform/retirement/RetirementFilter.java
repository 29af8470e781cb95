package helpdesk.platform.retirement;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells callers of an operation that will go, with every answer, refusals too. */
public class RetirementFilter {

    private final Map<Method, Optional<Retirement>> known = new ConcurrentHashMap<>();

    @ServerResponseFilter
    public void tell(ResourceInfo operation, ContainerResponseContext response) {
        Method method = operation == null ? null : operation.getResourceMethod();
        if (method != null) {
            known.computeIfAbsent(method, RetirementFilter::retirement)
                    .ifPresent(retirement -> tell(retirement, response.getHeaders()));
        }
    }

    private static Optional<Retirement> retirement(Method method) {
        return Optional.ofNullable(method.getAnnotation(Retiring.class)).map(Retirement::of);
    }

    private static void tell(Retirement retirement, MultivaluedMap<String, Object> headers) {
        headers.putSingle("Deprecation", retirement.deprecationHeader());
        headers.putSingle("Sunset", retirement.sunsetHeader());
        headers.add(HttpHeaders.LINK, retirement.linkHeader());
    }
}
