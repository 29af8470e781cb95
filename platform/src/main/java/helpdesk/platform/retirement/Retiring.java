package helpdesk.platform.retirement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that will go. Its answers say so by {@code Deprecation} (RFC 9745) and {@code Sunset} (RFC 8594), and the API
 * document marks it as deprecated. Days are those of UTC, as {@code 2026-11-23}; a build with too short a notice fails.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Retiring {

    /** The day from which on nobody should begin to use it. */
    String deprecated();

    /** The day from which on it may be gone, at least {@link Retirement#SHORTEST_NOTICE_DAYS} days later. */
    String sunset();

    /** Where it is told what to use instead: an address, or a path of this API. */
    String information();
}
