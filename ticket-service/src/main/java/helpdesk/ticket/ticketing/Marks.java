package helpdesk.ticket.ticketing;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Tags and followers. */
public record Marks(List<String> tags, List<UUID> followers) {

    /** What both have. */
    public Marks and(Marks other) {
        return new Marks(
                tags.stream().filter(other.tags::contains).toList(),
                followers.stream().filter(other.followers::contains).toList());
    }

    /** What the other has not. */
    public Marks without(Marks other) {
        return new Marks(
                tags.stream().filter(tag -> !other.tags.contains(tag)).toList(),
                followers.stream()
                        .filter(follower -> !other.followers.contains(follower))
                        .toList());
    }

    /** What any of them has. */
    Marks or(Marks other) {
        Marks more = other.without(this);
        return new Marks(
                Stream.concat(tags.stream(), more.tags.stream()).toList(),
                Stream.concat(followers.stream(), more.followers.stream()).toList());
    }

    boolean isEmpty() {
        return tags.isEmpty() && followers.isEmpty();
    }
}
