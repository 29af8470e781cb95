package helpdesk.ticket.catalogue;

import helpdesk.ticket.TicketProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Whether what a ticket is filed under is in the catalogue. As long as a list is empty, any word will do. */
@ApplicationScoped
public class Catalogue {

    /** The group that is always there. */
    public static final String DEFAULT_GROUP = "support";

    private final TopicRepository topics;
    private final GroupRepository groups;

    Catalogue(TopicRepository topics, GroupRepository groups) {
        this.topics = topics;
        this.groups = groups;
    }

    /**
     * Passes when the path may be given to a ticket.
     *
     * @param path null when the ticket is to have none
     * @throws helpdesk.platform.problem.Problem {@code topic-unknown}
     */
    public void require(TopicTree tree, String path) {
        require(tree, path, "/" + tree.field());
    }

    /** The same, of a path that was named elsewhere. */
    public void require(TopicTree tree, String path, String pointer) {
        if (path == null) {
            return;
        }
        if (!has(tree, path)) {
            throw TicketProblem.TOPIC_UNKNOWN.at(
                    pointer, "This is no active %s. See GET %s.", tree.field(), tree.address());
        }
    }

    /** Whether the path may be given to a ticket. */
    public boolean has(TopicTree tree, String path) {
        Optional<Topic> topic = topics.find(tree, path.strip());
        return topic.isPresent() ? topic.get().writable().active() : topics.isEmpty(tree);
    }

    /**
     * Passes when a ticket, or an agent, may belong to the group.
     *
     * @param pointer where it was named
     * @throws helpdesk.platform.problem.Problem {@code group-unknown}
     */
    public void requireGroup(String name, String pointer) {
        if (!hasGroup(name)) {
            throw TicketProblem.GROUP_UNKNOWN.at(pointer, "No active group has this name. See GET /api/v1/groups.");
        }
    }

    /** Whether a ticket, or an agent, may belong to the group. */
    public boolean hasGroup(String name) {
        if (name.equals(DEFAULT_GROUP)) {
            return true;
        }
        Optional<AgentGroup> group = groups.find("name", name.strip()).firstResultOptional();
        return group.isPresent()
                ? group.get().writable().active()
                : groups.findAll().firstResultOptional().isEmpty();
    }
}
