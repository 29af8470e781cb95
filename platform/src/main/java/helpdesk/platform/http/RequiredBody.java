package helpdesk.platform.http;

import helpdesk.platform.problem.PlatformProblem;
import jakarta.annotation.Nullable;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Arrays;

/**
 * Refuses a body that is missing or is the JSON value {@code null} where a method takes one, so that no method has to expect
 * it. A method for which the body is optional says so by {@link Nullable} at the parameter.
 */
@Provider
public class RequiredBody implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (body == null && Arrays.stream(context.getAnnotations()).noneMatch(Nullable.class::isInstance)) {
            throw PlatformProblem.INVALID_REQUEST.at("", "The body is missing. Send what the API document describes.");
        }
        return body;
    }
}
