package helpdesk.ticket.channel;

import helpdesk.platform.persistence.Sql;
import helpdesk.platform.problem.Problem;
import helpdesk.ticket.TicketProblem;
import helpdesk.ticket.conversation.ChannelDeliveryState;
import helpdesk.ticket.conversation.ConversationService;
import helpdesk.ticket.ticketing.NetworkTickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Writes down what came of replies on networks. The same report again changes nothing, and an older one neither. */
@ApplicationScoped
public class ChannelDeliveryService {

    private static final String GOES_ON_WITH = """
            select c.ticket_id from channel_delivery d join channel_conversation c on c.id = d.channel_conversation_id
            where d.comment_id = ? and d.network = ?""";

    private static final String HOLD = """
            select state, reported_at, noted_at is not null from channel_delivery
            where comment_id = ? and network = ? for no key update""";

    private static final String REPORT = """
            update channel_delivery
            set state = ?, network_message_id = coalesce(?, network_message_id), reason = ?, reported_at = ?, noted_at = coalesce(noted_at, ?)
            where comment_id = ?""";

    private static final String READ = "select " + ChannelDeliveryView.COLUMNS + """

            from channel_delivery d join ticket_comment k on k.id = d.comment_id join ticket t on t.id = k.ticket_id
            where d.comment_id = ?""";

    private final Sql sql;
    private final ChannelDeliveryQuery query;
    private final NetworkTickets tickets;
    private final ConversationService comments;
    private final Clock clock;

    ChannelDeliveryService(
            Sql sql, ChannelDeliveryQuery query, NetworkTickets tickets, ConversationService comments, Clock clock) {
        this.sql = sql;
        this.query = query;
        this.tickets = tickets;
        this.comments = comments;
        this.clock = clock;
    }

    @Transactional
    ChannelDeliveryView report(ReportDelivery report) {
        Instant now = clock.instant();
        Instant at = report.at() == null || report.at().isAfter(now) ? now : report.at();
        boolean failed = report.outcome() == DeliveryOutcome.FAILED;
        UUID ticket = goesOnWith(report);
        // The ticket before what belongs to it, as all do who write on both.
        boolean notable = failed && !tickets.isClosed(ticket);
        Held held = hold(report);
        if (held.learns(report.outcome().state(), at)) {
            boolean noted = notable && !held.noted();
            sql.execute(
                    REPORT,
                    report.outcome().state().name(),
                    report.networkMessageId(),
                    failed ? report.reason() : null,
                    at,
                    noted ? now : null,
                    report.commentId());
            if (noted) {
                comments.note(ticket.toString(), note(report));
            }
        }
        Instant overdueBefore = query.overdueBefore();
        return sql.first(READ, row -> ChannelDeliveryView.read(row, overdueBefore), report.commentId())
                .orElseThrow();
    }

    /** The ticket with which the conversation goes on now: a reply may fail when that on which it was written is closed. */
    private UUID goesOnWith(ReportDelivery report) {
        return sql.first(GOES_ON_WITH, row -> row.getObject(1, UUID.class), report.commentId(), report.network())
                .map(tickets::root)
                .orElseThrow(ChannelDeliveryService::unknown);
    }

    private Held hold(ReportDelivery report) {
        return sql.first(
                        HOLD,
                        row -> new Held(
                                ChannelDeliveryState.valueOf(row.getString(1)),
                                row.getObject(2, OffsetDateTime.class),
                                row.getBoolean(3)),
                        report.commentId(),
                        report.network())
                .orElseThrow(ChannelDeliveryService::unknown);
    }

    private static String note(ReportDelivery report) {
        String why = report.reason() == null ? "The network gave no reason." : "The reason: " + report.reason();
        return "A reply could not be delivered on %s, so the customer does not have it. %s"
                .formatted(report.network(), why);
    }

    private static Problem unknown() {
        return TicketProblem.UNKNOWN_CHANNEL_REPLY.at(
                "/commentId", "No reply with this id was to be brought to this network, or it was erased.");
    }

    private record Held(ChannelDeliveryState state, OffsetDateTime reportedAt, boolean noted) {

        boolean learns(ChannelDeliveryState told, Instant at) {
            return state != told && (reportedAt == null || !at.isBefore(reportedAt.toInstant()));
        }
    }
}
