package helpdesk.platform.mapping;

import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a path finds in an event.
 *
 * @param values at most ten, each cut after 200 characters; none when the event has nothing there
 */
@Schema(name = "PathFinding")
public record PathFinding(String path, List<String> values) {

    private static final int MOST_SHOWN = 10;
    private static final int LONGEST_SHOWN = 200;

    /** What each of the paths finds, each path once. */
    public static List<PathFinding> of(Collection<String> paths, EventDocument event) {
        return paths.stream()
                .distinct()
                .map(path -> new PathFinding(
                        path,
                        EventPath.of(path).find(event).stream()
                                .limit(MOST_SHOWN)
                                .map(value -> EventTemplate.shortened(value, LONGEST_SHOWN))
                                .toList()))
                .toList();
    }
}
