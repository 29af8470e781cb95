package helpdesk.ticket.sideconversation;

import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Where the words between us and third parties are kept. */
@ApplicationScoped
public class SideMessageRepository implements PanacheRepositoryBase<SideMessage, UUID> {

    private final Cursors cursors;

    SideMessageRepository(Cursors cursors) {
        this.cursors = cursors;
    }

    Page<SideMessageView> page(UUID conversation, PageRequest page) {
        String list = "side-messages:" + conversation;
        List<String> after = cursors.open(page.after(), list);
        var query = after.isEmpty()
                ? find("sideConversationId = ?1 order by id", conversation)
                : find(
                        "sideConversationId = ?1 and id > ?2 order by id",
                        conversation,
                        UUID.fromString(after.getFirst()));
        return Page.of(
                query.range(0, page.limit()).list(),
                page.limit(),
                SideMessageView::of,
                last -> cursors.seal(List.of(last.id().toString()), list));
    }
}
