package helpdesk.platform.http;

import jakarta.ws.rs.core.EntityTag;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Answers that carry the version of what they show as a strong {@code ETag}. */
public final class Versioned {

    private Versioned() {}

    /** {@code 200} with the object. */
    public static <T> RestResponse<T> ok(T view, long version) {
        return ResponseBuilder.ok(view).tag(tag(version)).build();
    }

    /** {@code 201} with the object and where it is from now on. */
    public static <T> RestResponse<T> created(String location, T view, long version) {
        return ResponseBuilder.<T>create(RestResponse.Status.CREATED)
                .entity(view)
                .location(URI.create(location))
                .tag(tag(version))
                .build();
    }

    private static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }
}
