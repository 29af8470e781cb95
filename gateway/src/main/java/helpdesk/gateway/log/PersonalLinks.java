package helpdesk.gateway.log;

import helpdesk.platform.persistence.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What the log itself links to a person: events of theirs name tickets, and events of these callbacks, messages and more. */
@ApplicationScoped
class PersonalLinks {

    /** Events about any of the ids; each of the three has an index. Three times the ids as texts. */
    static final String ABOUT = """
            (subject = any(?) or envelope -> 'data' ->> 'customerId' = any(?) or envelope -> 'data' ->> 'ticketId' = any(?))""";

    private static final int IDS_AT_ONCE = 500;

    private static final String LINKED = """
            select distinct link.id from logged_event
                cross join lateral (values (subject), (envelope -> 'data' ->> 'ticketId')) as link (id)
            where %s and type like 'org.helpdesk.%%' and type <> all(?)
                and coalesce(envelope -> 'data' ->> 'customerId' = any(?), true)
                and link.id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'""".formatted(ABOUT);

    private final Sql sql;

    PersonalLinks(Sql sql) {
        this.sql = sql;
    }

    /** The person in the first step, then what is theirs, then what belongs to that, and so on; nothing twice. */
    List<List<UUID>> steps(Collection<UUID> person) {
        String[] owners = texts(person);
        Set<UUID> known = new HashSet<>(person);
        List<List<UUID>> steps = new ArrayList<>();
        List<UUID> step = List.copyOf(person);
        while (!step.isEmpty()) {
            steps.add(step);
            step = linked(step, owners).stream().filter(known::add).toList();
        }
        return steps;
    }

    private Set<UUID> linked(List<UUID> ids, String[] owners) {
        Set<UUID> linked = new LinkedHashSet<>();
        for (List<UUID> some : inPortions(ids)) {
            String[] texts = texts(some);
            linked.addAll(QuarkusTransaction.requiringNew()
                    .call(() -> sql.search(
                            LINKED,
                            row -> UUID.fromString(row.getString(1)),
                            texts,
                            texts,
                            texts,
                            AboutWhom.EVIDENCE.toArray(String[]::new),
                            owners)));
        }
        return linked;
    }

    static List<List<UUID>> inPortions(List<UUID> ids) {
        List<List<UUID>> portions = new ArrayList<>();
        for (int begin = 0; begin < ids.size(); begin += IDS_AT_ONCE) {
            portions.add(ids.subList(begin, Math.min(begin + IDS_AT_ONCE, ids.size())));
        }
        return portions;
    }

    static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
