package helpdesk.ticket.servicelevel;

import helpdesk.platform.persistence.Sql;
import helpdesk.ticket.condition.Condition;
import helpdesk.ticket.condition.Conditions;
import helpdesk.ticket.condition.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The policies in force, at hand: each ticket asks for its own. Whoever changes them makes another edition; other replicas see that within
 * a second, and what was judged by a former edition meanwhile is judged again.
 */
@ApplicationScoped
public class PolicyBook implements Revisions {

    /** More revisions than this are not kept at hand: they are read again. */
    private static final int MOST_REVISIONS = 5_000;

    private final PolicyRepository policies;
    private final RevisionRepository revisions;
    private final Sql sql;
    private final Map<UUID, PolicyTerms> known = new ConcurrentHashMap<>();
    private volatile Edition current;

    /** @param policies in the order in which they are asked; the last has no conditions */
    private record Edition(long number, List<Entry> policies) {}

    private record Entry(List<Condition> conditions, PolicyTerms terms) {}

    PolicyBook(PolicyRepository policies, RevisionRepository revisions, Sql sql) {
        this.policies = policies;
        this.revisions = revisions;
        this.sql = sql;
    }

    /** The first policy whose conditions hold. */
    PolicyTerms match(Facts facts) {
        return edition().policies().stream()
                .filter(entry -> Conditions.hold(entry.conditions(), facts))
                .findFirst()
                .orElseThrow()
                .terms();
    }

    /** The edition that tickets are judged by now. */
    long number() {
        return edition().number();
    }

    @Override
    public PolicyTerms of(UUID revision) {
        PolicyTerms terms = known.get(revision);
        return terms != null ? terms : load(Set.of(revision)).get(revision);
    }

    /** Reads those revisions that are not at hand, together. */
    void prepare(Collection<UUID> wanted) {
        Set<UUID> missing = new HashSet<>(wanted);
        missing.removeAll(known.keySet());
        if (!missing.isEmpty()) {
            load(missing);
        }
    }

    /** Reads the policies again when somebody has changed them, and returns the edition. In a transaction. */
    public long refreshed() {
        return latest(current).number();
    }

    /** Whoever changed the policies here sees them at once. */
    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) PoliciesChanged change) {
        current = null;
    }

    private Edition edition() {
        Edition known = current;
        return known == null ? latest(null) : known;
    }

    private Edition latest(Edition former) {
        long number = sql.first("select number from policy_edition", row -> row.getLong(1))
                .orElseThrow();
        Edition latest = former != null && former.number() == number ? former : read(number);
        current = latest;
        return latest;
    }

    private Edition read(long number) {
        List<ServiceLevelPolicy> inOrder = policies.inOrder();
        prepare(inOrder.stream().map(ServiceLevelPolicy::revisionId).toList());
        return new Edition(
                number,
                inOrder.stream()
                        .map(policy -> new Entry(policy.writable().conditions(), of(policy.revisionId())))
                        .toList());
    }

    private Map<UUID, PolicyTerms> load(Collection<UUID> wanted) {
        Map<UUID, PolicyTerms> loaded = revisions.list("id in ?1", wanted).stream()
                .map(PolicyRevision::terms)
                .collect(Collectors.toMap(PolicyTerms::revision, Function.identity()));
        if (known.size() + loaded.size() > MOST_REVISIONS) {
            known.clear();
        }
        known.putAll(loaded);
        return loaded;
    }
}
