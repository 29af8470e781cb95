package helpdesk.ticket.catalogue;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** What both trees have in common: how they are read and grown. */
public abstract class TopicResource {

    private final TopicTree tree;
    private final TopicService service;
    private final TopicRepository topics;

    TopicResource(TopicTree tree, TopicService service, TopicRepository topics) {
        this.tree = tree;
        this.service = service;
        this.topics = topics;
    }

    Page<TopicView> page(PageRequest page) {
        return topics.page(tree, page);
    }

    RestResponse<TopicView> one(UUID id) {
        TopicView view = TopicView.of(service.require(tree, id));
        return Versioned.ok(view, view.version());
    }

    RestResponse<TopicView> grow(NewTopic request) {
        Topic topic = service.create(tree, request);
        return Versioned.created(tree.address() + "/" + topic.id(), TopicView.of(topic), topic.version());
    }

    RestResponse<TopicView> change(UUID id, String ifMatch, MergePatch patch) {
        Topic topic = service.patch(tree, id, IfMatch.required(ifMatch), patch);
        return Versioned.ok(TopicView.of(topic), topic.version());
    }
}
