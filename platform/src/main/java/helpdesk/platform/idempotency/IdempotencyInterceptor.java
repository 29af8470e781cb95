package helpdesk.platform.idempotency;

import helpdesk.platform.problem.PlatformProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** Runs an {@link Idempotent} method in one transaction with the record of its answer. */
@Idempotent
@Interceptor
// Outside of @Transactional, so that the effect joins the transaction that is begun here.
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class IdempotencyInterceptor {

    /** The request header. */
    public static final String KEY = "Idempotency-Key";

    /** The query parameter of forms. */
    public static final String FORM_KEY = "once";

    /** Set on an answer that is given again. */
    public static final String REPLAYED = "Idempotency-Replayed";

    private static final int LONGEST_KEY = 255;

    private final IdempotencyRecords records;
    private final CurrentVertxRequest http;

    IdempotencyInterceptor(IdempotencyRecords records, CurrentVertxRequest http) {
        this.records = records;
        this.http = http;
    }

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        HttpServerRequest request = http.getCurrent().request();
        String key = key(request);
        if (key == null) {
            return call.proceed();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw PlatformProblem.INVALID_PARAMETER.at(
                    "header:" + KEY, "Use 1 to 255 visible ASCII characters, for example a UUID.");
        }
        return QuarkusTransaction.requiringNew().call(() -> inTransaction(call, request, key));
    }

    /** A form of a page cannot send a header, so its key is in the address that it is sent to. */
    private static String key(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        boolean isForm = type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED);
        return isForm ? request.getParam(FORM_KEY) : request.getHeader(KEY);
    }

    private RestResponse<?> inTransaction(InvocationContext call, HttpServerRequest request, String key)
            throws Exception {
        IdempotentRequest identity = records.identify(request, key, call.getParameters());
        Optional<RestResponse<?>> former = records.begin(identity);
        if (former.isPresent()) {
            return former.get();
        }
        RestResponse<?> answer = (RestResponse<?>) call.proceed();
        if (answer.getStatus() < 400) {
            records.complete(identity, answer);
        }
        return answer;
    }
}
