package helpdesk.platform.http;

import helpdesk.platform.problem.PlatformProblem;
import jakarta.annotation.Nullable;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Arrays;

/**
 * What holds for every body. It is no longer than the {@link BodyLimit}. It is neither missing nor the JSON value
 * {@code null}, so that no method has to expect that; a method for which the body is optional says so by {@link Nullable} at
 * the parameter.
 */
@Provider
public class BodyRules implements ReaderInterceptor {

    private final BodyLimit limit;

    BodyRules(BodyLimit limit) {
        this.limit = limit;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(limit.guard(context.getInputStream()));
        Object body = context.proceed();
        if (body == null && Arrays.stream(context.getAnnotations()).noneMatch(Nullable.class::isInstance)) {
            throw PlatformProblem.INVALID_REQUEST.at("", "The body is missing. Send what the API document describes.");
        }
        return body;
    }
}
