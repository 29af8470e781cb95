package helpdesk.gateway.apikey;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The addresses that scopes can name: those of the API documents of all services. Read when a scope is first given. */
@ApplicationScoped
class RouteClasses {

    private static final String ROOT = "/api/v1/";
    private static final List<String> SERVICES =
            List.of("gateway", "ticket-service", "customer-service", "feedback-service", "notification-service");

    private Set<String> segments;

    /** Whether there is anything that the scope is about. */
    boolean knows(String scope) {
        String segment = scope.substring(0, scope.lastIndexOf(':'));
        return segment.equals(RouteClass.EVERYTHING) || segments().contains(segment);
    }

    private synchronized Set<String> segments() {
        if (segments == null) {
            Set<String> found = new HashSet<>();
            SERVICES.forEach(service -> addSegments(service, found));
            segments = Set.copyOf(found);
        }
        return segments;
    }

    private static void addSegments(String service, Set<String> found) {
        try (InputStream document =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("openapi/" + service + ".yaml")) {
            if (document != null) {
                new YAMLMapper()
                        .readTree(document)
                        .path("paths")
                        .fieldNames()
                        .forEachRemaining(path -> addSegment(path, found));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addSegment(String path, Set<String> found) {
        if (path.startsWith(ROOT)) {
            found.add(path.substring(ROOT.length()).split("/", 2)[0]);
        }
    }
}
