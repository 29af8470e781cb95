package helpdesk.customer.definition;

import helpdesk.customer.CustomerProblem;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.problem.ProblemType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.exception.ConstraintViolationException;

/**
 * Keeps definitions of a kind.
 *
 * @param <E> the kind
 * @param <B> what can be written of one
 */
@Transactional
public abstract class DefinitionService<E extends Definition<B>, B extends Named> {

    private final Definitions<E> definitions;
    private final DefinitionKind kind;
    private final Patcher patcher;
    private final Cursors cursors;
    private final Clock clock;

    /** For the proxies of the container, which can't make one where the superclass has none. */
    protected DefinitionService() {
        this(null, null, null, null, null);
    }

    protected DefinitionService(
            Definitions<E> definitions, DefinitionKind kind, Patcher patcher, Cursors cursors, Clock clock) {
        this.definitions = definitions;
        this.kind = kind;
        this.patcher = patcher;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** A new one, of which nothing is written yet. */
    protected abstract E fresh(UUID id);

    /** Looks whether what is written makes sense with what there is; and does what follows when it does. */
    protected void accept(E definition) {}

    /**
     * Makes one.
     *
     * @throws helpdesk.platform.problem.Problem {@code name-taken}, {@code too-many-definitions}
     */
    public E create(B body) {
        if (definitions.count() >= kind.most()) {
            throw CustomerProblem.TOO_MANY_DEFINITIONS.problem(
                    "There are %d %s. Change one of them instead.", kind.most(), kind.plural());
        }
        E definition = fresh(Ids.next());
        definition.write(body, clock.instant());
        accept(definition);
        definitions.persist(definition);
        flush();
        return definition;
    }

    /**
     * Changes one. Nothing happens when the patch changes nothing.
     *
     * @throws helpdesk.platform.problem.Problem what {@link #require} says, {@code precondition-failed}, {@code name-taken}
     */
    public E change(UUID id, IfMatch seen, MergePatch patch) {
        E definition = require(id);
        seen.require(definition.version());
        B former = definition.writable();
        B changed = patcher.apply(patch, former);
        if (!changed.equals(former)) {
            definition.write(changed, clock.instant());
            accept(definition);
            flush();
        }
        return definition;
    }

    /**
     * The one.
     *
     * @throws helpdesk.platform.problem.Problem that there is none
     */
    public E require(UUID id) {
        return definitions.findByIdOptional(id).orElseThrow(() -> kind.notFound()
                .problem("Check the id. See GET /api/v1/%s.", kind.path()));
    }

    /** A page of them, the oldest first. */
    public <V> Page<V> list(PageRequest page, Function<E, V> view) {
        List<String> after = cursors.open(page.after(), kind.path());
        return Page.of(
                definitions.list(after.isEmpty() ? null : UUID.fromString(after.getFirst()), page.limitPlusOne()),
                page.limit(),
                view,
                last -> cursors.seal(List.of(last.id().toString()), kind.path()));
    }

    private void flush() {
        try {
            definitions.flush();
        } catch (ConstraintViolationException e) {
            throw kind.nameTaken().equals(e.getConstraintName())
                    ? CustomerProblem.NAME_TAKEN.at(
                            "/name", "One of the %s has this name already. Choose another.", kind.plural())
                    : e;
        }
    }

    /**
     * How a kind is called.
     *
     * @param plural in sentences
     * @param path its resource, below {@code /api/v1}
     * @param nameTaken the constraint by which names are taken once
     * @param most how many there are at most
     * @param notFound what is said of an id that none has
     */
    public record DefinitionKind(String plural, String path, String nameTaken, int most, ProblemType notFound) {}
}
