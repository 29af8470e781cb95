package helpdesk.platform.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Answers {@code 304} when the reader has the current version already ({@code If-None-Match}, RFC 9110, 13.1.2). */
public class NotModifiedFilter {

    @ServerResponseFilter
    public void compare(ContainerRequestContext request, ContainerResponseContext response) {
        EntityTag current = response.getEntityTag();
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (current == null || known == null || response.getStatus() != 200 || !isRead(request.getMethod())) {
            return;
        }
        String tag = "\"" + current.getValue() + "\"";
        boolean same = Arrays.stream(known.split(","))
                .map(String::strip)
                .map(candidate -> candidate.startsWith("W/") ? candidate.substring(2) : candidate)
                .anyMatch(candidate -> candidate.equals("*") || candidate.equals(tag));
        if (same) {
            response.setStatus(304);
            response.setEntity(null);
        }
    }

    private static boolean isRead(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }
}
