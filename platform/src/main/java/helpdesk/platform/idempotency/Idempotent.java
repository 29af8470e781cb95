package helpdesk.platform.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a caller repeat a POST or PATCH safely with an {@code Idempotency-Key} (1–255 characters). The first answer is kept
 * for 24 hours, in the transaction of its effect; the same request again gets the same answer without a second effect. A
 * request that failed left no effect and is worked on afresh. On a resource method that returns a
 * {@link org.jboss.resteasy.reactive.RestResponse}.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {}
