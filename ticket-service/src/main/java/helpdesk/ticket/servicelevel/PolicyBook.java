package helpdesk.ticket.servicelevel;

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
import java.util.concurrent.atomic.AtomicReference;
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

    private final PolicyReader reader;
    private final Map<UUID, PolicyTerms> terms = new ConcurrentHashMap<>();
    private final AtomicReference<PolicyEdition> current = new AtomicReference<>();
    private volatile boolean outdated;

    PolicyBook(PolicyReader reader) {
        this.reader = reader;
    }

    /** The edition to judge by. In a transaction, or a request. */
    PolicyEdition edition() {
        PolicyEdition known = current.get();
        return known == null || outdated ? read() : known;
    }

    /** The same, at least as new as one that somebody has judged by already. */
    PolicyEdition edition(long atLeast) {
        PolicyEdition edition = edition();
        return edition.number() < atLeast ? read() : edition;
    }

    /** Reads the policies again when somebody has changed them, and returns the number of the edition. In a transaction. */
    public long refreshed() {
        return edition(reader.latest()).number();
    }

    @Override
    public PolicyTerms of(UUID revision) {
        PolicyTerms known = terms.get(revision);
        return known != null ? known : load(Set.of(revision)).get(revision);
    }

    /** Reads those revisions that are not at hand, together. */
    void prepare(Collection<UUID> wanted) {
        Set<UUID> missing = new HashSet<>(wanted);
        missing.removeAll(terms.keySet());
        if (!missing.isEmpty()) {
            load(missing);
        }
    }

    /** Whoever changed the policies here sees them at once. */
    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) PoliciesChanged change) {
        outdated = true;
    }

    /** Never goes back: who read before somebody else, and comes behind, finds the newer edition. */
    private PolicyEdition read() {
        // Before it is read, so that what is changed meanwhile is read again.
        outdated = false;
        try {
            PolicyEdition read = reader.edition();
            keep(read.policies().stream().map(PolicyEdition.Entry::terms).toList());
            return current.accumulateAndGet(read, PolicyEdition::newer);
        } catch (RuntimeException failure) {
            outdated = true;
            throw failure;
        }
    }

    private Map<UUID, PolicyTerms> load(Collection<UUID> wanted) {
        return keep(reader.terms(wanted));
    }

    private Map<UUID, PolicyTerms> keep(List<PolicyTerms> loaded) {
        Map<UUID, PolicyTerms> byRevision =
                loaded.stream().collect(Collectors.toMap(PolicyTerms::revision, Function.identity()));
        if (terms.size() + byRevision.size() > MOST_REVISIONS) {
            terms.clear();
        }
        terms.putAll(byRevision);
        return byRevision;
    }
}
