package helpdesk.ticket.rule;

import helpdesk.platform.persistence.Sql;
import helpdesk.ticket.condition.Condition;
import helpdesk.ticket.condition.Moment;
import helpdesk.ticket.ticketing.RuledTickets;
import helpdesk.ticket.ticketing.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Which tickets an automation may be due for. What the database can tell, it does; the rest is asked of each. */
@ApplicationScoped
public class DueTickets {

    /** Before all. */
    static final UUID FIRST = new UUID(0, 0);

    private static final Map<String, String> COLUMNS = Map.of(
            "status", "t.status",
            "priority", "t.priority",
            "type", "t.type",
            "channel", "t.channel",
            "group", "t.group_name");

    /** For each moment once, and only as long as the rule is what it was. */
    private static final String TAKE = """
            insert into rule_turn as former (rule_id, ticket_id, since)
            select id, ?, ? from rule where id = ? and active and version = ?
            on conflict (rule_id, ticket_id) do update set since = excluded.since where former.since < excluded.since""";

    private final Sql sql;
    private final RuledTickets tickets;
    private final Clock clock;

    DueTickets(Sql sql, RuledTickets tickets, Clock clock) {
        this.sql = sql;
        this.tickets = tickets;
        this.clock = clock;
    }

    /**
     * What was looked at.
     *
     * @param looked how many
     * @param due those for which the conditions hold, and for which the rule has not acted
     * @param end where the look ended
     * @param isLast whether there is nothing behind it
     */
    record Batch(int looked, List<UUID> due, UUID end, boolean isLast) {}

    /** Looks at unclosed tickets behind a place, in the order of their ids. */
    Batch behind(UUID place, ActiveRule rule, int limit) {
        Instant now = clock.instant();
        StringBuilder query = new StringBuilder("select t.id from ticket t where t.status <> 'CLOSED' and t.id > ?");
        List<Object> values = new ArrayList<>(List.of(place));
        List<String> moments = new ArrayList<>();
        for (Condition.Elapsed wait : rule.waits()) {
            moments.add(column(wait.since()));
            query.append(" and ").append(column(wait.since())).append(" <= ?");
            values.add(now.minus(wait.atLeast()));
        }
        for (Condition condition : rule.conditions()) {
            if (condition instanceof Condition.Is is && COLUMNS.containsKey(is.field())) {
                query.append(" and ").append(COLUMNS.get(is.field())).append(" = any(?)");
                values.add(stored(is).toArray(String[]::new));
            }
        }
        query.append(
                        " and not exists (select 1 from rule_turn f where f.rule_id = ? and f.ticket_id = t.id and f.since >= greatest(")
                .append(String.join(", ", moments))
                .append(")) order by t.id limit ?");
        values.add(rule.id());
        values.add(limit);
        List<UUID> seen = sql.list(query.toString(), row -> row.getObject(1, UUID.class), values.toArray());
        List<UUID> holding = tickets.look(seen).stream()
                .filter(ticket -> rule.holds(tickets.facts(ticket, List.of())))
                .map(Ticket::id)
                .sorted()
                .toList();
        return new Batch(seen.size(), holding, seen.isEmpty() ? place : seen.getLast(), seen.size() < limit);
    }

    /** Says that the rule acts on the ticket now; returns whether it had not yet, since the moment that it counts from. */
    boolean take(ActiveRule rule, Ticket ticket) {
        Instant since = tickets.since(ticket, latest(rule, ticket));
        return sql.execute(TAKE, ticket.id(), since, rule.id(), rule.version()) == 1;
    }

    /** Where the rule stands in a chain of rules, if one brought about what it counts from. */
    RuleChain chain(ActiveRule rule, Ticket ticket) {
        return tickets.origin(ticket, latest(rule, ticket))
                .filter(change -> change.ruleId() != null)
                .map(change -> new RuleChain(change.ruleId().equals(rule.id()), change.depth() + 1))
                .orElse(new RuleChain(false, 1));
    }

    /** Of the moments that it counts from, the latest. */
    private Moment latest(ActiveRule rule, Ticket ticket) {
        return rule.waits().stream()
                .map(Condition.Elapsed::since)
                .max(Comparator.comparing(moment -> tickets.since(ticket, moment)))
                .orElseThrow();
    }

    /** Constants are stored in capitals; names of groups as they are. */
    private static List<String> stored(Condition.Is is) {
        return is.field().equals("group")
                ? is.in()
                : is.in().stream().map(value -> value.toUpperCase(Locale.ROOT)).toList();
    }

    private static String column(Moment moment) {
        return switch (moment) {
            case OPENED -> "t.created_at";
            case STATUS -> "t.status_since";
            case UPDATED -> "t.updated_at";
        };
    }
}
