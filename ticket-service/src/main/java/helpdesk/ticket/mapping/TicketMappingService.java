package helpdesk.ticket.mapping;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.mapping.MappingFailures;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.ticket.TicketProblem;
import helpdesk.ticket.catalogue.Catalogue;
import helpdesk.ticket.catalogue.TopicTree;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Keeps the mappings. */
@ApplicationScoped
public class TicketMappingService {

    /** Each event asks all of them. */
    private static final int MOST = 100;

    /** One writer at a time, so that who counts them sees them all. */
    private static final String HOLD = "select pg_advisory_xact_lock(hashtextextended('ticket mappings', 0))";

    private final TicketMappingRepository mappings;
    private final MappingFailures failures;
    private final Catalogue catalogue;
    private final Sql sql;
    private final Patcher patcher;
    private final Clock clock;

    TicketMappingService(
            TicketMappingRepository mappings,
            MappingFailures failures,
            Catalogue catalogue,
            Sql sql,
            Patcher patcher,
            Clock clock) {
        this.mappings = mappings;
        this.failures = failures;
        this.catalogue = catalogue;
        this.sql = sql;
        this.patcher = patcher;
        this.clock = clock;
    }

    @Transactional
    TicketMapping create(TicketMappingBody body) {
        sql.list(HOLD, row -> true);
        TicketMapping mapping = new TicketMapping(Ids.next(), body, clock.instant());
        requirePossible(body, "");
        requireFree(body.name(), mapping.id());
        if (mappings.count() >= MOST) {
            throw TicketProblem.TOO_MANY_MAPPINGS.problem("There are 100 mappings. Remove one, or put two together.");
        }
        mappings.persist(mapping);
        return mapping;
    }

    @Transactional
    TicketMapping patch(UUID id, IfMatch ifMatch, MergePatch patch) {
        sql.list(HOLD, row -> true);
        TicketMapping mapping = require(id);
        ifMatch.require(mapping.version());
        TicketMappingBody former = mapping.writable();
        TicketMappingBody changed = patcher.apply(patch, former);
        if (!changed.equals(former)) {
            requirePossible(changed, "");
            requireFree(changed.name(), id);
            mapping.write(changed, clock.instant());
            mappings.flush();
        }
        return mapping;
    }

    @Transactional
    void delete(UUID id, IfMatch ifMatch) {
        TicketMapping mapping = require(id);
        ifMatch.require(mapping.version());
        mappings.delete(mapping);
        failures.forget(id);
    }

    TicketMapping require(UUID id) {
        return mappings.findByIdOptional(id)
                .orElseThrow(() -> TicketProblem.MAPPING_NOT_FOUND.problem(
                        "There is no mapping with this id. See GET /api/v1/ticket-mappings."));
    }

    /**
     * Passes when a mapping can do what it says, whatever comes.
     *
     * @param pointer where the mapping is in what was sent
     * @throws helpdesk.platform.problem.Problem {@code invalid-request}, {@code topic-unknown}
     */
    void requirePossible(TicketMappingBody body, String pointer) {
        if (body.clear() != null
                && body.clear().type() == null
                && body.clear().when().isEmpty()) {
            throw PlatformProblem.INVALID_REQUEST.at(
                    pointer + "/clear", "Say by what it shows that it is over: type, when, or both.");
        }
        MappedTicket ticket = body.ticket();
        TicketPlans.typeFault(ticket).ifPresent(fault -> {
            throw PlatformProblem.INVALID_REQUEST.at(pointer + "/ticket/type", fault);
        });
        TicketPlans.priorityFault(ticket).ifPresent(fault -> {
            throw PlatformProblem.INVALID_REQUEST.at(pointer + "/ticket/priority", fault);
        });
        if (ticket.category() != null && TicketPlans.isFixed(ticket.category())) {
            catalogue.require(TopicTree.CATEGORY, ticket.category(), pointer + "/ticket/category");
        }
    }

    private void requireFree(String name, UUID by) {
        if (mappings.isTaken(name, by)) {
            throw TicketProblem.NAME_TAKEN.at("/name", "A mapping has this name already. Choose another.");
        }
    }
}
