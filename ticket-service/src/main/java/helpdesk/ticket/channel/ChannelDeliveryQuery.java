package helpdesk.ticket.channel;

import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads what becomes of replies on networks, and how networks stand. */
@ApplicationScoped
@Transactional
public class ChannelDeliveryQuery {

    private static final String LIST = "select " + ChannelDeliveryView.COLUMNS + """

            from channel_delivery d join ticket_comment k on k.id = d.comment_id join ticket t on t.id = k.ticket_id
            where d.state = '%s'""";

    /** What is late, or failed, in a number that nobody counts to the end is counted to this. */
    private static final int COUNTED = 1_000;

    private static final int MOST_NETWORKS = 100;

    /**
     * A conversation is open as long as its ticket is, or the one in which that goes on. Of each ticket that is open it is asked by
     * the index (which "offset 0" sees to), because conversations that are over are many more.
     */
    private static final String NETWORKS = """
            with recursive living as (
                select id from ticket where status in ('NEW', 'OPEN', 'PENDING', 'ON_HOLD')
                union all
                select t.id from ticket t join living l on t.merged_into = l.id),
            network (name) as (
                (select network from channel_conversation order by network limit 1)
                union all
                select (select c.network from channel_conversation c where c.network > n.name order by c.network limit 1)
                from network n where n.name is not null),
            conversations as (
                select c.network, count(*) as open
                from living cross join lateral (
                    select network from channel_conversation where ticket_id = living.id offset 0) c
                group by c.network)
            select n.name, coalesce(o.open, 0),
                (select last_in_at from channel_conversation where network = n.name order by last_in_at desc limit 1),
                (select asked_at from channel_delivery where network = n.name order by asked_at desc limit 1),
                (select count(*) from (
                    select 1 from channel_delivery where network = n.name and state = 'FAILED' limit %1$d) as failed),
                (select count(*) from (
                    select 1 from channel_delivery where network = n.name and state = 'ASKED' and asked_at < ?
                    limit %1$d) as overdue)
            from network n left join conversations o on o.network = n.name
            where n.name is not null order by n.name limit %2$d""".formatted(COUNTED, MOST_NETWORKS);

    private final Sql sql;
    private final Cursors cursors;
    private final Clock clock;
    private final Duration overdueAfter;

    ChannelDeliveryQuery(
            Sql sql,
            Cursors cursors,
            Clock clock,
            @ConfigProperty(name = "helpdesk.ticket.channel-reply-overdue-after") Duration overdueAfter) {
        this.sql = sql;
        this.cursors = cursors;
        this.clock = clock;
        this.overdueAfter = overdueAfter;
    }

    /** What was asked before this and is not reported yet is overdue. */
    Instant overdueBefore() {
        return clock.instant().minus(overdueAfter);
    }

    /** @param network null for all */
    Page<ChannelDeliveryView> page(DeliveryList list, String network, PageRequest page) {
        String name = "channel-deliveries:" + list.wireName() + ":" + (network == null ? "" : network);
        List<String> after = cursors.open(page.after(), name);
        Instant overdueBefore = overdueBefore();
        StringBuilder statement = new StringBuilder(LIST.formatted(list.state()));
        List<Object> parameters = new ArrayList<>();
        if (network != null) {
            statement.append(" and d.network = ?");
            parameters.add(network);
        }
        if (list == DeliveryList.OVERDUE) {
            statement.append(" and d.asked_at < ?");
            parameters.add(overdueBefore);
        }
        if (!after.isEmpty()) {
            statement
                    .append(" and (d.asked_at, d.comment_id) ")
                    .append(list.latestFirst() ? '<' : '>')
                    .append(" (?, ?)");
            parameters.add(Instant.parse(after.get(0)));
            parameters.add(UUID.fromString(after.get(1)));
        }
        String direction = list.latestFirst() ? " desc" : "";
        statement.append(" order by d.asked_at%1$s, d.comment_id%1$s limit ?".formatted(direction));
        parameters.add(page.limitPlusOne());
        List<ChannelDeliveryView> found = sql.list(
                statement.toString(), row -> ChannelDeliveryView.read(row, overdueBefore), parameters.toArray());
        return Page.of(
                found,
                page.limit(),
                view -> view,
                last -> cursors.seal(
                        List.of(last.askedAt().toString(), last.commentId().toString()), name));
    }

    /** Each network on which somebody wrote, by name. */
    List<ChannelView> networks() {
        return sql.list(NETWORKS, ChannelView::read, overdueBefore());
    }
}
