package helpdesk.ticket.rule;

import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where rules are kept. */
@ApplicationScoped
public class RuleRepository implements PanacheRepositoryBase<Rule, UUID> {

    private static final String ORDER = " order by position, lower(name)";
    private static final String LIST = "rules";

    private final Firings firings;
    private final Cursors cursors;

    RuleRepository(Firings firings, Cursors cursors) {
        this.firings = firings;
        this.cursors = cursors;
    }

    /** Rules in the order in which they act, each with its last error, with two statements. */
    Page<RuleView> page(PageRequest page) {
        List<String> after = cursors.open(page.after(), LIST);
        var query = after.isEmpty()
                ? find(ORDER)
                : find(
                        "(position, lower(name)) > (?1, lower(?2))" + ORDER,
                        Integer.valueOf(after.get(0)),
                        after.get(1));
        List<Rule> found = query.range(0, page.limit()).list();
        Map<UUID, FiringView> errors =
                firings.lastErrors(found.stream().map(Rule::id).toList());
        return Page.of(
                found,
                page.limit(),
                rule -> RuleView.of(rule, errors.get(rule.id())),
                last -> cursors.seal(List.of(Integer.toString(last.position()), last.name()), LIST));
    }

    /** One of them, with its last error. */
    RuleView view(Rule rule) {
        return RuleView.of(rule, firings.lastErrors(List.of(rule.id())).get(rule.id()));
    }

    /** Whether a rule other than this one has the name. */
    boolean isTaken(String name, UUID except) {
        return count("lower(name) = lower(?1) and id <> ?2", name.strip(), except) > 0;
    }
}
