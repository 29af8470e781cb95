package helpdesk.platform.idempotency;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands for the platform's own, which these tests cannot see. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {}
