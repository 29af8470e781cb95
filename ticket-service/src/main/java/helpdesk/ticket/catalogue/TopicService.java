package helpdesk.ticket.catalogue;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.persistence.Ids;
import helpdesk.ticket.TicketProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Keeps the trees of categories and causes. */
@ApplicationScoped
public class TopicService {

    private final TopicRepository topics;
    private final Patcher patcher;
    private final Clock clock;

    TopicService(TopicRepository topics, Patcher patcher, Clock clock) {
        this.topics = topics;
        this.patcher = patcher;
        this.clock = clock;
    }

    @Transactional
    Topic create(TopicTree tree, NewTopic request) {
        TopicPath path = new TopicPath(request.path());
        if (path.parent() != null && topics.find(tree, path.parent()).isEmpty()) {
            throw TicketProblem.PARENT_MISSING.at("/path", "Make %s first: it is the one above.", path.parent());
        }
        if (topics.find(tree, path.text()).isPresent()) {
            throw TicketProblem.NAME_TAKEN.at("/path", "This path is there already.");
        }
        Topic topic = new Topic(Ids.next(), tree, path, request.name(), clock.instant());
        topics.persist(topic);
        return topic;
    }

    @Transactional
    Topic patch(TopicTree tree, UUID id, IfMatch ifMatch, MergePatch patch) {
        Topic topic = require(tree, id);
        ifMatch.require(topic.version());
        TopicPatch former = topic.writable();
        TopicPatch changed = patcher.apply(patch, former);
        if (!changed.equals(former)) {
            topic.write(changed, clock.instant());
            topics.flush();
        }
        return topic;
    }

    Topic require(TopicTree tree, UUID id) {
        return topics.find(tree, id)
                .orElseThrow(() -> TicketProblem.TOPIC_NOT_FOUND.problem(
                        "There is no %s with this id. See GET %s.", tree.field(), tree.address()));
    }
}
