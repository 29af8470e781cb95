package helpdesk.ticket.catalogue;

import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where categories and causes are kept. */
@ApplicationScoped
public class TopicRepository implements PanacheRepositoryBase<Topic, UUID> {

    private final Cursors cursors;

    TopicRepository(Cursors cursors) {
        this.cursors = cursors;
    }

    /** A tree in the order of its paths: each topic before those below it. */
    Page<TopicView> page(TopicTree tree, PageRequest page) {
        String list = "topics:" + tree;
        List<String> after = cursors.open(page.after(), list);
        var query = after.isEmpty()
                ? find("tree = ?1 order by path", tree)
                : find("tree = ?1 and path > ?2 order by path", tree, after.getFirst());
        return Page.of(
                query.range(0, page.limit()).list(),
                page.limit(),
                TopicView::of,
                last -> cursors.seal(List.of(last.path()), list));
    }

    Optional<Topic> find(TopicTree tree, String path) {
        return find("tree = ?1 and path = ?2", tree, path).firstResultOptional();
    }

    Optional<Topic> find(TopicTree tree, UUID id) {
        return findByIdOptional(id).filter(topic -> topic.tree() == tree);
    }

    boolean isEmpty(TopicTree tree) {
        return find("tree = ?1", tree).firstResultOptional().isEmpty();
    }
}
